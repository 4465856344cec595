using IpMarketplace.Kernel.Time;
using IpMarketplace.Licensing;
using IpMarketplace.Licensing.Persistence;
using IpMarketplace.OpenLicensing;
using IpMarketplace.OpenLicensing.Persistence;
using IpMarketplace.Organizations;
using IpMarketplace.Organizations.Persistence;
using IpMarketplace.Patents;
using IpMarketplace.Patents.Persistence;
using IpMarketplace.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IpMarketplace.Api.Tests.Demo;

/// <summary>Every row of the demo could have happened lawfully: the invariants of domain.md hold over the whole database.</summary>
[Collection(DemoMarketplaceTests.Name)]
public sealed class DemoIsLawfulTests(DemoMarketplace demo) : IAsyncLifetime
{
    private static readonly OpenLicenceState[] FromReadyToEnd =
        [OpenLicenceState.Ready, OpenLicenceState.Filed, OpenLicenceState.Correction, OpenLicenceState.Announced, OpenLicenceState.WithdrawalFiled];

    private MarketplaceDbContext _db = null!;
    private Dictionary<long, Patent> _patents = [];
    private Dictionary<long, OpenLicence> _openLicences = [];
    private Dictionary<long, LicenceRequest> _requests = [];
    private List<Licence> _licences = [];
    private List<HistoryEntry> _history = [];

    public async Task InitializeAsync()
    {
        _db = demo.Context();
        _patents = await _db.Patents.ToDictionaryAsync(row => row.Id);
        _openLicences = await _db.OpenLicences.ToDictionaryAsync(row => row.Id);
        _requests = await _db.LicenceRequests.ToDictionaryAsync(row => row.Id);
        _licences = await _db.Licences.ToListAsync();
        _history = await _db.History.OrderBy(row => row.Id).ToListAsync();
    }

    public async Task DisposeAsync() => await _db.DisposeAsync();

    [Fact]
    public void GI_01_no_licence_took_effect_on_a_right_that_was_not_in_force() => Assert.All(_licences, licence =>
    {
        var effectiveOn = ChinaTime.DateIn(licence.EffectiveAt);
        Assert.All(licence.Patents, licensed =>
        {
            var patent = _patents[licensed.PatentId];
            Assert.True(patent.GrantDate <= effectiveOn, licence.Number);
            Assert.True(patent.IsAlive || patent.StatusSince > effectiveOn, licence.Number);
        });
    });

    [Fact]
    public void GI_02_no_announced_declaration_stands_beside_an_exclusive_or_sole_licence() => Assert.All(
        _openLicences.Values.Where(row => row.IsAnnounced),
        row => Assert.DoesNotContain(_patents[row.PatentId].Encumbrances, mark => mark.Kind is EncumbranceKind.ExclusiveLicence or EncumbranceKind.SoleLicence));

    [Fact]
    public void GI_03_announced_declarations_have_evidence_consents_fee_terms_a_period_within_the_right_and_a_report_where_needed() => Assert.All(
        _openLicences.Values.Where(row => row.AnnouncedOn is not null),
        row =>
        {
            var patent = _patents[row.PatentId];
            Assert.False(string.IsNullOrEmpty(row.GazetteNumber));
            Assert.True(row.FiledOn <= row.AnnouncedOn);
            Assert.NotEmpty(row.Declared.FeeStatement);
            Assert.True(row.Declared.PeriodEnd <= patent.ExpiryDate);
            Assert.True(patent.Kind == PatentKind.Invention || patent.EvaluationReport is { Conclusion: EvaluationConclusion.Meets } report && report.Date < row.FiledOn);
            Assert.Equal(
                patent.Owners.Select(owner => owner.OrganizationId).Where(owner => owner != row.OrganizationId).Order(),
                row.Consents.Where(consent => consent.Act == ConsentAct.Declare).Select(consent => consent.OwnerId).Order());
        });

    [Fact]
    public void GI_04_INV_42_every_licence_has_a_notice_received_before_and_the_payment_due_confirmed() => Assert.All(_licences, licence =>
    {
        var request = _requests[licence.RequestId];
        Assert.Equal(LicenceRequestState.Effective, request.State);
        Assert.True(request.ReceivedAt <= licence.EffectiveAt);
        Assert.Equal(request.AmountDue, request.AmountPaid);
        Assert.True(request.AmountDue == 0 || request.ConfirmedAt is not null);
    });

    [Fact]
    public void GI_06_every_state_is_the_last_one_of_its_history_and_the_history_runs_in_order_of_time()
    {
        Assert.Equal(_history.Select(row => row.At).Order(), _history.Select(row => row.At));
        var last = _history.GroupBy(row => (row.AggregateType, row.AggregateId)).ToDictionary(group => group.Key, group => group.ToList());
        Assert.All(_openLicences.Values, row => Assert.Equal(Spelled(row.State), last[(nameof(OpenLicence), row.Id)][^1].To));
        Assert.All(_requests.Values, row => Assert.Equal(Spelled(row.State), last[(nameof(LicenceRequest), row.Id)][^1].To));
        Assert.All(_db.Listings.ToList(), row => Assert.Equal(Spelled(row.State), last[(nameof(Listing), row.Id)][^1].To));
        Assert.All(last.Values, steps => Assert.All(steps.Zip(steps.Skip(1)).Where(pair => !IsRecordal(pair.First) && !IsRecordal(pair.Second)), pair => Assert.Equal(pair.First.To, pair.Second.From)));
    }

    [Fact]
    public void GI_08_who_approved_is_not_who_submitted()
    {
        var submitted = new Dictionary<(string, long), long?>();
        foreach (var step in _history)
        {
            if (step.Action == "SUBMIT")
            {
                submitted[(step.AggregateType, step.AggregateId)] = step.ActorId;
            }
            else if (step.Action is "APPROVE" or "RETURN")
            {
                Assert.NotNull(step.ActorId);
                Assert.NotEqual(submitted[(step.AggregateType, step.AggregateId)], step.ActorId);
            }
        }
        Assert.NotEmpty(submitted);
    }

    [Fact]
    public void GI_11_money_is_not_negative_and_instalments_add_up() => Assert.All(_openLicences.Values, row =>
    {
        Assert.True(row.Declared.Fee.FixedAmount is null or > 0);
        Assert.Equal(row.Declared.Fee.FixedAmount ?? 0, row.Declared.Fee.Schedule.Sum(part => part.Amount));
    });

    [Fact]
    public void INV_30_a_patent_has_at_most_one_declaration_from_ready_to_its_end() => Assert.All(
        _openLicences.Values.Where(row => FromReadyToEnd.Contains(row.State)).GroupBy(row => row.PatentId), group => Assert.Single(group));

    [Fact]
    public void INV_41_terms_are_those_of_the_declaration() => Assert.All(_licences, licence =>
    {
        var declared = _openLicences[licence.OpenLicenceId].Declared;
        Assert.Equal(declared.Fee, licence.Fee);
        Assert.Equal(declared.PeriodEnd, licence.EndsOn);
        Assert.Equal(declared.Fee, _requests[licence.RequestId].Terms.Fee);
    });

    [Fact]
    public void INV_60_no_licence_outlives_its_patents() => Assert.All(
        _licences, licence => Assert.All(licence.Patents, licensed => Assert.True(licence.EndsOn <= _patents[licensed.PatentId].ExpiryDate)));

    [Fact]
    public void INV_140_the_shares_of_the_owners_sum_to_100() => Assert.All(_patents.Values, patent => Assert.Equal(100, patent.Owners.Sum(owner => owner.Share)));

    [Fact]
    public async Task GI_14_credit_codes_carry_valid_check_characters_of_both_standards()
    {
        var codes = await _db.Organizations.Select(row => row.CreditCode).ToListAsync();
        Assert.All(codes, code => Assert.True(UnifiedSocialCreditCode.TryParse(code!.Value, out _, out _)));
        Assert.All(codes, code => Assert.Equal(OrganizationCodeCheck(code!.Value.AsSpan(8, 8)), code.Value[16]));
    }

    // GB 11714: eight characters weighted 3, 7, 9, 10, 5, 8, 4, 2; the check is 11 less the sum modulo 11, 10 written X and 11 written 0.
    private static char OrganizationCodeCheck(ReadOnlySpan<char> body)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += weights[i] * (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10);
        }
        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var check => (char)('0' + check),
        };
    }

    private static bool IsRecordal(HistoryEntry step) => step.Action.StartsWith("RECORDAL_", StringComparison.Ordinal);

    private static string Spelled<T>(T state) where T : struct, Enum => Kernel.Lifecycles.Spelling.Screaming(state);
}
