using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsGuest",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NudgesOffAt",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SnoozedUntil",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TeamsId",
                table: "People",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "MetOn",
                table: "Milestones",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "Digests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsGuest",
                table: "Digests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Digests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignIn",
                table: "Digests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoppedBecause",
                table: "Digests",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Doubts",
                table: "Deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "GoodUntil",
                table: "Deliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "PersonKey",
                table: "Deliveries",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SendingAt",
                table: "Deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FileLinks",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConversationKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IsGuest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wanted = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileLinks", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "UpdatesAsked",
                columns: table => new
                {
                    ActionId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                unique: true);

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
