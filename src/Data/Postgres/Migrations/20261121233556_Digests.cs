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

            migrationBuilder.CreateIndex(
                name: "IX_Digests_PersonKey",
                table: "Digests",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_PersonKey_DueAt",
                table: "Deliveries",
                columns: new[] { "PersonKey", "DueAt" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Digests_PersonKey",
                table: "Digests");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_PersonKey_DueAt",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "NudgesOffAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "People");

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
