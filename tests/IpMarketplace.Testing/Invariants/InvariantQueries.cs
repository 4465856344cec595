namespace IpMarketplace.Testing.Invariants;

/// <summary>One query an invariant: each selects, as <c>Value</c>, what breaks it. They run on both databases; <c>{hundred}</c> is 100.00 as it is stored.</summary>
internal static class InvariantQueries
{
    private const string Standing = "'READY', 'FILED', 'CORRECTION', 'ANNOUNCED', 'WITHDRAWAL_FILED'";
    private const string Exclusive = "'EXCLUSIVE_LICENCE', 'SOLE_LICENCE'";

    public static IReadOnlyList<(string Id, string Sql)> All { get; } =
    [
        ("GI-01 a licence took effect on a right that was not in force", """
            SELECT l."Number" AS "Value" FROM "Licences" l
            JOIN "LicensedPatents" p ON p."LicenceId" = l."Id"
            JOIN "History" born ON born."AggregateType" = 'Licence' AND born."AggregateId" = l."Id" AND born."From" IS NULL
            WHERE NOT EXISTS (SELECT 1 FROM "History" h WHERE h."To" IN ('IN_FORCE', 'FEE_OVERDUE') AND h."Id" = (
                SELECT MAX(s."Id") FROM "History" s WHERE s."AggregateType" = 'Patent' AND s."AggregateId" = p."PatentId" AND s."Id" < born."Id"))
            """),
        ("GI-02 a running licence overlaps an exclusive or sole one", $"""
            SELECT l."Number" AS "Value" FROM "Licences" l
            JOIN "LicensedPatents" p ON p."LicenceId" = l."Id"
            JOIN "Encumbrances" e ON e."PatentId" = p."PatentId" AND e."Kind" IN ({Exclusive})
            WHERE l."State" IN ('EFFECTIVE', 'BREACHED') AND e."From" <= l."EndsOn"
                AND (e."Until" IS NULL OR e."Until" >= l."StartsOn") AND (e."LiftedOn" IS NULL OR e."LiftedOn" > l."StartsOn")
            """),
        ("GI-02 two exclusive or sole licences overlap", $"""
            SELECT p."Title" AS "Value" FROM "Encumbrances" e
            JOIN "Encumbrances" o ON o."PatentId" = e."PatentId" AND o."Id" > e."Id"
            JOIN "Patents" p ON p."Id" = e."PatentId"
            WHERE e."Kind" IN ({Exclusive}) AND o."Kind" IN ({Exclusive})
                AND (e."LiftedOn" IS NULL OR e."From" < e."LiftedOn") AND (o."LiftedOn" IS NULL OR o."From" < o."LiftedOn")
                AND (o."Until" IS NULL OR e."From" <= o."Until") AND (o."LiftedOn" IS NULL OR e."From" < o."LiftedOn")
                AND (e."Until" IS NULL OR o."From" <= e."Until") AND (e."LiftedOn" IS NULL OR o."From" < e."LiftedOn")
            """),
        ("GI-02 an announced declaration stands beside an exclusive or sole licence", $"""
            SELECT o."PatentNumber" AS "Value" FROM "OpenLicences" o
            JOIN "Encumbrances" e ON e."PatentId" = o."PatentId" AND e."Kind" IN ({Exclusive})
            WHERE o."State" IN ('ANNOUNCED', 'WITHDRAWAL_FILED') AND e."From" <= o."Declared_PeriodEnd"
                AND (e."Until" IS NULL OR e."Until" >= o."AnnouncedOn") AND (e."LiftedOn" IS NULL OR e."LiftedOn" > o."AnnouncedOn")
            """),
        ("GI-03 an announced declaration lacks evidence, fee terms or a period", """
            SELECT o."PatentNumber" AS "Value" FROM "OpenLicences" o
            WHERE o."AnnouncedOn" IS NOT NULL AND (o."GazetteNumber" IS NULL OR o."GazetteNumber" = '' OR o."Declared_FeeStatement" = ''
                OR o."FiledOn" IS NULL OR o."FiledOn" > o."AnnouncedOn")
            """),
        ("GI-03 an announced declaration outlives the right", """
            SELECT o."PatentNumber" AS "Value" FROM "OpenLicences" o JOIN "Patents" p ON p."Id" = o."PatentId"
            WHERE o."AnnouncedOn" IS NOT NULL AND (p."ExpiryDate" IS NULL OR o."Declared_PeriodEnd" > p."ExpiryDate")
            """),
        ("GI-03 an announced declaration of a utility model or design lacks its report", """
            SELECT o."PatentNumber" AS "Value" FROM "OpenLicences" o JOIN "Patents" p ON p."Id" = o."PatentId"
            WHERE o."AnnouncedOn" IS NOT NULL AND p."Kind" <> 'INVENTION' AND p."EvaluationReport_Conclusion" IS NULL
            """),
        ("GI-03 an owner did not consent to an announced declaration", """
            SELECT o."PatentNumber" AS "Value" FROM "OpenLicences" o
            JOIN "PatentOwners" w ON w."PatentId" = o."PatentId" AND (w."OrganizationId" IS NULL OR w."OrganizationId" <> o."OrganizationId")
            WHERE o."AnnouncedOn" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "CoOwnerConsents" c
                WHERE c."OpenLicenceId" = o."Id" AND c."Act" = 'DECLARE' AND (c."OwnerId" = w."OrganizationId" OR (c."OwnerId" IS NULL AND c."OwnerName" = w."Name")))
            """),
        ("GI-04 a licence lacks its notice or the payment that was due", """
            SELECT l."Number" AS "Value" FROM "Licences" l
            JOIN "LicenceRequests" r ON r."Id" = l."RequestId"
            WHERE r."State" <> 'EFFECTIVE' OR r."ReceivedAt" > l."EffectiveAt" OR (r."AmountDue" > 0 AND r."ConfirmedAt" IS NULL)
                OR r."AmountDue" <> COALESCE((SELECT SUM(p."Amount") FROM "Payments" p WHERE p."LicenceRequestId" = r."Id"), 0)
            """),
        ("GI-05 the terms of a licence are not those of its request and declaration", """
            SELECT l."Number" AS "Value" FROM "Licences" l
            JOIN "LicenceRequests" r ON r."Id" = l."RequestId"
            JOIN "OpenLicences" o ON o."Id" = l."OpenLicenceId"
            WHERE l."EndsOn" <> r."Terms_EndsOn" OR l."EndsOn" <> o."Declared_PeriodEnd"
                OR l."Fee_Structure" <> r."Terms_Fee_Structure" OR l."Fee_Structure" <> o."Declared_Fee_Structure"
                OR COALESCE(l."Fee_FixedAmount", -1) <> COALESCE(r."Terms_Fee_FixedAmount", -1) OR COALESCE(l."Fee_FixedAmount", -1) <> COALESCE(o."Declared_Fee_FixedAmount", -1)
                OR COALESCE(l."Fee_RoyaltyPercent", -1) <> COALESCE(r."Terms_Fee_RoyaltyPercent", -1) OR COALESCE(l."Fee_RoyaltyPercent", -1) <> COALESCE(o."Declared_Fee_RoyaltyPercent", -1)
            """),
        ("GI-06 a state is not the last one of its history", """
            SELECT s."What" AS "Value" FROM (
                SELECT 'Listing' AS "Type", "Id", "State", 'a listing' AS "What" FROM "Listings"
                UNION ALL SELECT 'OpenLicence', "Id", "State", 'a declaration' FROM "OpenLicences"
                UNION ALL SELECT 'LicenceRequest', "Id", "State", 'a request' FROM "LicenceRequests"
                UNION ALL SELECT 'Licence', "Id", "State", 'a licence' FROM "Licences"
                UNION ALL SELECT 'Patent', "Id", "Status", 'a patent' FROM "Patents") s
            WHERE NOT EXISTS (SELECT 1 FROM "History" h WHERE h."To" = s."State" AND h."Id" = (
                SELECT MAX(l."Id") FROM "History" l WHERE l."AggregateType" = s."Type" AND l."AggregateId" = s."Id" AND l."Action" NOT LIKE 'RECORDAL_%'))
            """),
        ("GI-06 a step does not begin where the one before ended", """
            SELECT h."Action" AS "Value" FROM "History" h
            JOIN "History" b ON b."Id" = (SELECT MAX(e."Id") FROM "History" e
                WHERE e."AggregateType" = h."AggregateType" AND e."AggregateId" = h."AggregateId" AND e."Id" < h."Id" AND e."Action" NOT LIKE 'RECORDAL_%')
            WHERE h."Action" NOT LIKE 'RECORDAL_%' AND (h."From" IS NULL OR h."From" <> b."To")
            """),
        ("GI-06 history runs against time", """
            SELECT h."Action" AS "Value" FROM "History" h JOIN "History" b ON b."Id" = h."Id" - 1 WHERE h."At" < b."At"
            """),
        ("GI-07 somebody wrote for an organization that is not theirs", """
            SELECT h."Action" AS "Value" FROM "History" h JOIN "Listings" l ON l."Id" = h."AggregateId"
            WHERE h."AggregateType" = 'Listing' AND h."ActorId" IS NOT NULL AND h."Action" NOT IN ('SUSPEND', 'RESUME')
                AND (h."ActorOrganizationId" IS NULL OR h."ActorOrganizationId" <> l."OrganizationId")
            UNION ALL SELECT h."Action" FROM "History" h JOIN "OpenLicences" o ON o."Id" = h."AggregateId"
            WHERE h."AggregateType" = 'OpenLicence' AND h."ActorId" IS NOT NULL AND h."Action" <> 'CONSENT'
                AND (h."ActorOrganizationId" IS NULL OR h."ActorOrganizationId" <> o."OrganizationId")
            UNION ALL SELECT h."Action" FROM "History" h JOIN "LicenceRequests" r ON r."Id" = h."AggregateId"
            WHERE h."AggregateType" = 'LicenceRequest' AND h."ActorId" IS NOT NULL
                AND COALESCE(h."ActorOrganizationId", -1) NOT IN (r."PatenteeId", COALESCE(r."LicenseeId", -2)) AND h."ActorId" <> COALESCE(r."LicenseePersonId", -1)
            UNION ALL SELECT h."Action" FROM "History" h JOIN "Licences" l ON l."Id" = h."AggregateId"
            WHERE h."AggregateType" = 'Licence' AND h."ActorId" IS NOT NULL
                AND COALESCE(h."ActorOrganizationId", -1) NOT IN (l."LicensorId", COALESCE(l."LicenseeId", -2)) AND h."ActorId" <> COALESCE(l."LicenseePersonId", -1)
            """),
        ("GI-08 who approved or returned had submitted", """
            SELECT h."Action" AS "Value" FROM "History" h
            JOIN "History" s ON s."Id" = (SELECT MAX(e."Id") FROM "History" e
                WHERE e."AggregateType" = h."AggregateType" AND e."AggregateId" = h."AggregateId" AND e."Id" < h."Id" AND e."Action" = 'SUBMIT')
            WHERE h."Action" IN ('APPROVE', 'RETURN') AND (h."ActorId" IS NULL OR h."ActorId" = s."ActorId")
            """),
        ("GI-11 money is negative or its parts do not sum up", """
            SELECT r."Number" AS "Value" FROM "LicenceRequests" r
            WHERE r."AmountDue" < 0 OR COALESCE((SELECT SUM(p."Amount") FROM "Payments" p WHERE p."LicenceRequestId" = r."Id"), 0) NOT IN (0, r."AmountDue")
            UNION ALL SELECT o."PatentNumber" FROM "OpenLicences" o WHERE o."Declared_Fee_FixedAmount" <= 0 OR o."Declared_Fee_RoyaltyPercent" <= 0
            UNION ALL SELECT o."Name" FROM "Organizations" o WHERE o."Revenue" < 0 OR o."Assets" < 0 OR o."Employees" < 0
            UNION ALL SELECT p."Title" FROM "Patents" p JOIN "PatentOwners" w ON w."PatentId" = p."Id" GROUP BY p."Id", p."Title" HAVING SUM(w."Share") <> {hundred}
            """),
        ("GI-12 a patent has two declarations between ready and their end, or a licensee two open requests", $"""
            SELECT MIN(o."PatentNumber") AS "Value" FROM "OpenLicences" o WHERE o."State" IN ({Standing}) GROUP BY o."PatentId" HAVING COUNT(*) > 1
            UNION ALL SELECT MIN(r."Number") FROM "LicenceRequests" r
            WHERE r."State" IN ('DRAFT', 'NOTICE_SENT', 'NOTICE_RECEIVED', 'AWAITING_PAYMENT', 'PAYMENT_REPORTED')
            GROUP BY r."OpenLicenceId", COALESCE(r."LicenseeId", -1), COALESCE(r."LicenseePersonId", -1) HAVING COUNT(*) > 1
            """),
        ("GI-13 a request became two licences", """
            SELECT MIN(l."Number") AS "Value" FROM "Licences" l GROUP BY l."RequestId" HAVING COUNT(*) > 1
            """),
    ];
}
