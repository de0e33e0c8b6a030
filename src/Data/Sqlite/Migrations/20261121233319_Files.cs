using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FileLinks",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConversationKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsGuest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wanted = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileLinks", x => x.Fingerprint);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FileLinks_Until",
                table: "FileLinks",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FileLinks");
        }
    }
}
