using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.Postgres.Migrations
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
                type: "character varying(400)",
                maxLength: 400,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsGuest",
                table: "People",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NudgesOffAt",
                table: "People",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SnoozedUntil",
                table: "People",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TeamsId",
                table: "People",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "MetOn",
                table: "Milestones",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "Digests",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsGuest",
                table: "Digests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Digests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignIn",
                table: "Digests",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "StoppedBecause",
                table: "Digests",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Doubts",
                table: "Deliveries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "GoodUntil",
                table: "Deliveries",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "PersonKey",
                table: "Deliveries",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "SendingAt",
                table: "Deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FileLinks",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ConversationKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    IsGuest = table.Column<bool>(type: "boolean", nullable: false),
                    Wanted = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileLinks", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "UpdatesAsked",
                columns: table => new
                {
                    ActionId = table.Column<int>(type: "integer", nullable: false),
                    PersonKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    AskedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    AskedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
