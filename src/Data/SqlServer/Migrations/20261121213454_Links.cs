using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Receipts_ConversationKey_PersonKey_Number",
                table: "Receipts");

            migrationBuilder.AddColumn<string>(
                name: "Link",
                table: "Progress",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "AsksEvidence",
                table: "Plans",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_ConversationKey_PersonKey_Number",
                table: "Receipts",
                columns: new[] { "ConversationKey", "PersonKey", "Number" },
                unique: true,
                filter: "\"Number\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Receipts_ConversationKey_PersonKey_Number",
                table: "Receipts");

            migrationBuilder.DropColumn(
                name: "Link",
                table: "Progress");

            migrationBuilder.DropColumn(
                name: "AsksEvidence",
                table: "Plans");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_ConversationKey_PersonKey_Number",
                table: "Receipts",
                columns: new[] { "ConversationKey", "PersonKey", "Number" });
        }
    }
}
