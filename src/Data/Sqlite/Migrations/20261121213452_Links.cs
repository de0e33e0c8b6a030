using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksEvidence",
                table: "Plans",
                type: "INTEGER",
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
