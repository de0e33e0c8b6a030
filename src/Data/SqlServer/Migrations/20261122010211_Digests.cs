using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Chat",
                table: "People",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "IsGuest",
                table: "People",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NudgesOffAt",
                table: "People",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SnoozedUntil",
                table: "People",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TeamsId",
                table: "People",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "MetOn",
                table: "Milestones",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "Digests",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "IsGuest",
                table: "Digests",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Digests",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignIn",
                table: "Digests",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "StoppedBecause",
                table: "Digests",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Doubts",
                table: "Deliveries",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "GoodUntil",
                table: "Deliveries",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "PersonKey",
                table: "Deliveries",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "SendingAt",
                table: "Deliveries",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FileLinks",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ConversationKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsGuest = table.Column<bool>(type: "bit", nullable: false),
                    Wanted = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileLinks", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "UpdatesAsked",
                columns: table => new
                {
                    ActionId = table.Column<int>(type: "int", nullable: false),
                    PersonKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UpdatesAsked", x => new { x.ActionId, x.PersonKey });
                    table.ForeignKey(
                        name: "FK_UpdatesAsked_Actions_ActionId",
                        column: x => x.ActionId,
                        principalTable: "Actions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Digests_PersonKey",
                table: "Digests",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_PersonKey_DueAt",
                table: "Deliveries",
                columns: new[] { "PersonKey", "DueAt" },
                unique: true,
                filter: "[PersonKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FileLinks_Until",
                table: "FileLinks",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_UpdatesAsked_PersonKey_AnsweredAt",
                table: "UpdatesAsked",
                columns: new[] { "PersonKey", "AnsweredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FileLinks");

            migrationBuilder.DropTable(
                name: "UpdatesAsked");

            migrationBuilder.DropIndex(
                name: "IX_Digests_PersonKey",
                table: "Digests");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_PersonKey_DueAt",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "Chat",
                table: "People");

            migrationBuilder.DropColumn(
                name: "IsGuest",
                table: "People");

            migrationBuilder.DropColumn(
                name: "NudgesOffAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "People");

            migrationBuilder.DropColumn(
                name: "TeamsId",
                table: "People");

            migrationBuilder.DropColumn(
                name: "MetOn",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "About",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "IsGuest",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "SignIn",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "StoppedBecause",
                table: "Digests");

            migrationBuilder.DropColumn(
                name: "Doubts",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "GoodUntil",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "PersonKey",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "SendingAt",
                table: "Deliveries");
        }
    }
}
