using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeamsPlanBot.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MilestonesMet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "MetOn",
                table: "Milestones",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MetOn",
                table: "Milestones");
        }
    }
}
