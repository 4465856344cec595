using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpMarketplace.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DisplayName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: true),
                    Roles = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Province = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    DisabledAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    PasswordHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AggregateType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AggregateId = table.Column<long>(type: "bigint", nullable: false),
                    EventName = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsumerPositions",
                columns: table => new
                {
                    Consumer = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsumerPositions", x => x.Consumer);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AggregateType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    AggregateId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    To = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ActorId = table.Column<long>(type: "bigint", nullable: true),
                    ActorOrganizationId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    RequestId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Mutation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    InputHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ResultType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ResultId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    NormalizedName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    CreditCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: true),
                    City = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    IndustryCode = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Employees = table.Column<int>(type: "int", nullable: true),
                    Revenue = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Assets = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Size = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    SourceCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ParkedChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Consumer = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ChangeId = table.Column<long>(type: "bigint", nullable: false),
                    Error = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParkedChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Patents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Publication = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FilingDate = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicationDate = table.Column<DateOnly>(type: "date", nullable: true),
                    TermCompensationDays = table.Column<int>(type: "int", nullable: false),
                    ExpiryDate = table.Column<DateOnly>(type: "date", nullable: true),
                    IpcSymbols = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LocarnoClasses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Keywords = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    KeywordsEn = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ApplicationField = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ApplicationFieldEn = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    IndustryCodes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ReadinessLevel = table.Column<int>(type: "int", nullable: true),
                    SameDayUtilityModel = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    StatusSince = table.Column<DateOnly>(type: "date", nullable: true),
                    StatusConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GrantDate = table.Column<DateOnly>(type: "date", nullable: true),
                    AnnualFeeDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FeeReduction = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    EvaluationReport_Conclusion = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    EvaluationReport_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    EvaluationReport_Reference = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Funding_IsFunded = table.Column<bool>(type: "bit", nullable: true),
                    Funding_Programme = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Funding_ProjectName = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Funding_ProjectNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Funding_ResponsibleBody = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    LastAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInAttempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SigningKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "varbinary(200)", maxLength: 200, nullable: false),
                    ProtectedPrivateKey = table.Column<byte[]>(type: "varbinary(1000)", maxLength: 1000, nullable: false),
                    SignsUntil = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    BelievedUntil = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SigningKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VocabularyTerms",
                columns: table => new
                {
                    Scheme = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ParentCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Name = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VocabularyTerms", x => new { x.Scheme, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "OutsideLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_OutsideLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefreshTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Session = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    SecurityStamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SessionEndsAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefreshTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RefreshTokens_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recognitions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recognitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recognitions_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Encumbrances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    LiftEvidence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PartyId = table.Column<long>(type: "bigint", nullable: true),
                    PartyName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ConsentedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConsentEvidence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PatentId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Encumbrances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Encumbrances_Organizations_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encumbrances_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: false),
                    PatentId = table.Column<long>(type: "bigint", nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    SubmittedBy = table.Column<long>(type: "bigint", nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SuspendedBy = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    SuspensionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Content_ApplicationFields = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_CoOwnerConsents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content_Industries = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Maturity = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Content_Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Content_Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Listings_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Listings_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenLicences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: false),
                    PatentId = table.Column<long>(type: "bigint", nullable: false),
                    PatentNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Accepting = table.Column<bool>(type: "bit", nullable: false),
                    ConsentRound = table.Column<int>(type: "int", nullable: false),
                    SubmittedBy = table.Column<long>(type: "bigint", nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceiptNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    CorrectionDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CnipaReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AnnouncedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GazetteNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    WithdrawalFiledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawalReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawalGazetteNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    LapsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Declared_AboveUsualReason = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: true),
                    Declared_FeeStatement = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Declared_OtherMatters = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Declared_PaymentDays = table.Column<int>(type: "int", nullable: false),
                    Declared_PeriodEnd = table.Column<DateOnly>(type: "date", nullable: false),
                    Declared_PricePostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Declared_Fee_FixedAmount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Declared_Fee_InstalmentCount = table.Column<int>(type: "int", nullable: true),
                    Declared_Fee_InstalmentMonths = table.Column<int>(type: "int", nullable: true),
                    Declared_Fee_RoyaltyBase = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Declared_Fee_RoyaltyPercent = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Declared_Fee_Structure = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenLicences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenLicences_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpenLicences_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatentOwners",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Share = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    PatentId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentOwners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatentOwners_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatentOwners_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PatentTexts",
                columns: table => new
                {
                    PatentId = table.Column<long>(type: "bigint", nullable: false),
                    Abstract = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    AbstractEn = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Claims = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ClaimsEn = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatentTexts", x => x.PatentId);
                    table.ForeignKey(
                        name: "FK_PatentTexts_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CoOwnerConsents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    OwnerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Act = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    OpenLicenceId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoOwnerConsents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoOwnerConsents_OpenLicences_OpenLicenceId",
                        column: x => x.OpenLicenceId,
                        principalTable: "OpenLicences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LicenceRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenLicenceId = table.Column<long>(type: "bigint", nullable: false),
                    PatentId = table.Column<long>(type: "bigint", nullable: false),
                    PatenteeId = table.Column<long>(type: "bigint", nullable: false),
                    LicenseeId = table.Column<long>(type: "bigint", nullable: true),
                    LicenseePersonId = table.Column<long>(type: "bigint", nullable: true),
                    LicenseeName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    AmountDue = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    PaymentDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    EffectiveAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    RefundDue = table.Column<bool>(type: "bit", nullable: false),
                    Notice_Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Notice_Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Terms_AnnouncedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms_EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms_GazetteNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Terms_OtherMatters = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Terms_PatentNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Terms_StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms_Fee_FixedAmount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Terms_Fee_InstalmentCount = table.Column<int>(type: "int", nullable: true),
                    Terms_Fee_InstalmentMonths = table.Column<int>(type: "int", nullable: true),
                    Terms_Fee_RoyaltyBase = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Terms_Fee_RoyaltyPercent = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Terms_Fee_Structure = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LicenceRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LicenceRequests_OpenLicences_OpenLicenceId",
                        column: x => x.OpenLicenceId,
                        principalTable: "OpenLicences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LicenceRequests_Organizations_LicenseeId",
                        column: x => x.LicenseeId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LicenceRequests_Organizations_PatenteeId",
                        column: x => x.PatenteeId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LicenceRequests_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Licences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    MaySublicense = table.Column<bool>(type: "bit", nullable: false),
                    LicensorId = table.Column<long>(type: "bigint", nullable: false),
                    LicenseeId = table.Column<long>(type: "bigint", nullable: true),
                    LicenseePersonId = table.Column<long>(type: "bigint", nullable: true),
                    LicenseeName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RequestId = table.Column<long>(type: "bigint", nullable: false),
                    OpenLicenceId = table.Column<long>(type: "bigint", nullable: false),
                    EffectiveAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    MaintenanceFailed = table.Column<bool>(type: "bit", nullable: false),
                    BreachReportedBy = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    CureDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Recordal = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    RecordalDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordalFiledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordalDocuments = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RecordalNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordalCertificate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    RecordalReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Fee_FixedAmount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Fee_InstalmentCount = table.Column<int>(type: "int", nullable: true),
                    Fee_InstalmentMonths = table.Column<int>(type: "int", nullable: true),
                    Fee_RoyaltyBase = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Fee_RoyaltyPercent = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Fee_Structure = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Licences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Licences_LicenceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "LicenceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Licences_OpenLicences_OpenLicenceId",
                        column: x => x.OpenLicenceId,
                        principalTable: "OpenLicences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Licences_Organizations_LicenseeId",
                        column: x => x.LicenseeId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Licences_Organizations_LicensorId",
                        column: x => x.LicensorId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Voucher = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Reverses = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    LicenceRequestId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Payments_LicenceRequests_LicenceRequestId",
                        column: x => x.LicenceRequestId,
                        principalTable: "LicenceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LicensedPatents",
                columns: table => new
                {
                    PatentId = table.Column<long>(type: "bigint", nullable: false),
                    LicenceId = table.Column<long>(type: "bigint", nullable: false),
                    PatentNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LicensedPatents", x => new { x.LicenceId, x.PatentId });
                    table.ForeignKey(
                        name: "FK_LicensedPatents_Licences_LicenceId",
                        column: x => x.LicenceId,
                        principalTable: "Licences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LicensedPatents_Patents_PatentId",
                        column: x => x.PatentId,
                        principalTable: "Patents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CoOwnerConsents_OpenLicenceId",
                table: "CoOwnerConsents",
                column: "OpenLicenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Encumbrances_PartyId",
                table: "Encumbrances",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_Encumbrances_PatentId",
                table: "Encumbrances",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_History_AggregateType_AggregateId",
                table: "History",
                columns: new[] { "AggregateType", "AggregateId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_AccountId_Key_Mutation",
                table: "IdempotencyRecords",
                columns: new[] { "AccountId", "Key", "Mutation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_LicenseeId",
                table: "LicenceRequests",
                column: "LicenseeId");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_Number",
                table: "LicenceRequests",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_OpenLicenceId_LicenseeId",
                table: "LicenceRequests",
                columns: new[] { "OpenLicenceId", "LicenseeId" },
                unique: true,
                filter: "[LicenseeId] IS NOT NULL AND [State] IN ('DRAFT', 'NOTICE_SENT', 'NOTICE_RECEIVED', 'AWAITING_PAYMENT', 'PAYMENT_REPORTED')");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_OpenLicenceId_LicenseePersonId",
                table: "LicenceRequests",
                columns: new[] { "OpenLicenceId", "LicenseePersonId" },
                unique: true,
                filter: "[LicenseePersonId] IS NOT NULL AND [State] IN ('DRAFT', 'NOTICE_SENT', 'NOTICE_RECEIVED', 'AWAITING_PAYMENT', 'PAYMENT_REPORTED')");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_PatentId",
                table: "LicenceRequests",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_PatenteeId",
                table: "LicenceRequests",
                column: "PatenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_LicenceRequests_State",
                table: "LicenceRequests",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Licences_EffectiveAt",
                table: "Licences",
                column: "EffectiveAt");

            migrationBuilder.CreateIndex(
                name: "IX_Licences_LicenseeId",
                table: "Licences",
                column: "LicenseeId");

            migrationBuilder.CreateIndex(
                name: "IX_Licences_LicensorId",
                table: "Licences",
                column: "LicensorId");

            migrationBuilder.CreateIndex(
                name: "IX_Licences_Number",
                table: "Licences",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Licences_OpenLicenceId",
                table: "Licences",
                column: "OpenLicenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Licences_RequestId",
                table: "Licences",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Licences_State",
                table: "Licences",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_LicensedPatents_PatentId",
                table: "LicensedPatents",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_OrganizationId",
                table: "Listings",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_PatentId_Mode",
                table: "Listings",
                columns: new[] { "PatentId", "Mode" },
                unique: true,
                filter: "[State] <> 'CLOSED'");

            migrationBuilder.CreateIndex(
                name: "IX_OpenLicences_OrganizationId",
                table: "OpenLicences",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenLicences_PatentId",
                table: "OpenLicences",
                column: "PatentId",
                unique: true,
                filter: "[State] IN ('READY', 'FILED', 'CORRECTION', 'ANNOUNCED', 'WITHDRAWAL_FILED')");

            migrationBuilder.CreateIndex(
                name: "IX_OpenLicences_State",
                table: "OpenLicences",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_CreditCode",
                table: "Organizations",
                column: "CreditCode",
                unique: true,
                filter: "[CreditCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_NormalizedName",
                table: "Organizations",
                column: "NormalizedName");

            migrationBuilder.CreateIndex(
                name: "IX_OutsideLogins_UserId",
                table: "OutsideLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ParkedChanges_Consumer_ChangeId",
                table: "ParkedChanges",
                columns: new[] { "Consumer", "ChangeId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatentOwners_OrganizationId",
                table: "PatentOwners",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PatentOwners_PatentId",
                table: "PatentOwners",
                column: "PatentId");

            migrationBuilder.CreateIndex(
                name: "IX_Patents_Number",
                table: "Patents",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Patents_Publication",
                table: "Patents",
                column: "Publication",
                unique: true,
                filter: "[Publication] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Patents_Status_ExpiryDate",
                table: "Patents",
                columns: new[] { "Status", "ExpiryDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_LicenceRequestId_Number",
                table: "Payments",
                columns: new[] { "LicenceRequestId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recognitions_OrganizationId_Code_From",
                table: "Recognitions",
                columns: new[] { "OrganizationId", "Code", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefreshTokens_AccountId",
                table: "RefreshTokens",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_RefreshTokens_ExpiresAt",
                table: "RefreshTokens",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_RefreshTokens_Hash",
                table: "RefreshTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefreshTokens_Session",
                table: "RefreshTokens",
                column: "Session");

            migrationBuilder.CreateIndex(
                name: "IX_SignInAttempts_NormalizedUserName",
                table: "SignInAttempts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SigningKeys_KeyId",
                table: "SigningKeys",
                column: "KeyId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "CoOwnerConsents");

            migrationBuilder.DropTable(
                name: "ConsumerPositions");

            migrationBuilder.DropTable(
                name: "Encumbrances");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "LicensedPatents");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropTable(
                name: "OutsideLogins");

            migrationBuilder.DropTable(
                name: "ParkedChanges");

            migrationBuilder.DropTable(
                name: "PatentOwners");

            migrationBuilder.DropTable(
                name: "PatentTexts");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "Recognitions");

            migrationBuilder.DropTable(
                name: "RefreshTokens");

            migrationBuilder.DropTable(
                name: "SignInAttempts");

            migrationBuilder.DropTable(
                name: "SigningKeys");

            migrationBuilder.DropTable(
                name: "VocabularyTerms");

            migrationBuilder.DropTable(
                name: "Licences");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "LicenceRequests");

            migrationBuilder.DropTable(
                name: "OpenLicences");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "Patents");
        }
    }
}
