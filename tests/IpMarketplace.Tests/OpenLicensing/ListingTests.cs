using IpMarketplace.Kernel.Errors;
using IpMarketplace.OpenLicensing;
using IpMarketplace.Patents;
using IpMarketplace.Tests.Patents;

namespace IpMarketplace.Tests.OpenLicensing;

public sealed class ListingTests
{
    private static readonly Dictionary<ListingState, ListingAction[]> Expected = new()
    {
        [ListingState.Draft] = [ListingAction.Revise, ListingAction.Submit],
        [ListingState.InReview] = [ListingAction.Approve, ListingAction.Return],
        [ListingState.Rejected] = [ListingAction.Revise, ListingAction.Submit],
        [ListingState.Published] = [ListingAction.Suspend, ListingAction.Close],
        [ListingState.Suspended] = [ListingAction.Resume, ListingAction.Close],
        [ListingState.Closed] = [],
    };

    private readonly Patent _patent = Offers.APatentOf();

    public static TheoryData<ListingState, ListingAction> Pairs
    {
        get
        {
            var pairs = new TheoryData<ListingState, ListingAction>();
            foreach (var state in Enum.GetValues<ListingState>())
            {
                foreach (var action in Enum.GetValues<ListingAction>())
                {
                    pairs.Add(state, action);
                }
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Takes_exactly_the_steps_of_the_table(ListingState state, ListingAction action)
    {
        var listing = ListingIn(state);

        var refusal = Do(action, listing);

        if (Expected[state].Contains(action))
        {
            Assert.Null(refusal);
            Assert.Equal(action.ToString().ToUpperInvariant(), listing.Transitions.Single().Action);
        }
        else
        {
            Assert.Equal(action.ToString().ToUpperInvariant(), Assert.IsType<NotAllowedInState>(refusal).Action);
            AssertUntouched(listing, state);
        }
    }

    [Fact]
    public void Is_submitted_only_with_everything_the_public_needs()
    {
        var listing = Offers.DraftListing(_patent, content: new ListingContent("", " ", [], [], null, "", []));

        var refusal = listing.Submit(Offers.Officer, _patent);

        Assert.Equal(["title", "summary", "applicationFields", "industries", "maturity", "contact"], Assert.IsType<ListingIncomplete>(refusal).Missing);
    }

    [Fact]
    public void Lists_the_consents_of_all_co_owners_before_it_is_submitted()
    {
        var shared = Offers.APatentOf(null, null, PatentOwner.External("甲研究院", IpMarketplace.Organizations.OrganizationKind.Institute, 50));
        var listing = Offers.DraftListing(shared);

        Assert.Equal(["coOwnerConsents"], Assert.IsType<ListingIncomplete>(listing.Submit(Offers.Officer, shared)).Missing);
        Assert.Null(listing.Revise(Offers.Content with { CoOwnerConsents = ["甲研究院同意书"] }));
        Assert.Null(listing.Submit(Offers.Officer, shared));
    }

    [Theory]
    [InlineData(ListingMode.OpenLicence, true)]
    [InlineData(ListingMode.NegotiatedLicence, false)]
    public void Carries_no_promotion_in_open_mode_OL_04(ListingMode mode, bool isRefused)
    {
        var listing = Offers.DraftListing(_patent, mode, Offers.Content with { Summary = "行业领先的负极工艺" });

        var refusal = listing.Submit(Offers.Officer, _patent);

        Assert.Equal(isRefused ? new PromotionalWording("summary", "行业领先") : null, refusal);
    }

    [Fact]
    public void Is_approved_or_returned_by_another_person_than_the_submitter_GI_08()
    {
        var listing = ListingIn(ListingState.InReview);

        Assert.IsType<ApproverMustDiffer>(listing.Approve(Offers.Officer, Standing(), Offers.Now));
        Assert.IsType<ApproverMustDiffer>(listing.Return(Offers.Officer, "理由"));
        AssertUntouched(listing, ListingState.InReview);
    }

    [Fact]
    public void Is_not_published_while_the_fee_is_overdue_or_a_bar_stands()
    {
        var listing = ListingIn(ListingState.InReview);
        Assert.Null(_patent.RecordStatus(RightAction.MissFee, Offers.Today, "滞纳", Offers.Today));

        Assert.Equal(RightStatus.FeeOverdue, Assert.IsType<RightNotInForce>(listing.Approve(Offers.Approver, Standing(), Offers.Now)).Status);

        Assert.Null(_patent.RecordStatus(RightAction.PayFee, Offers.Today, "补缴", Offers.Today));
        _patent.Burden(EncumbranceKind.Preservation);
        Assert.Equal("OL-22", Assert.Single(Assert.IsType<OpenLicenceBarred>(listing.Approve(Offers.Approver, Standing(), Offers.Now)).Bars).Rule);
        AssertUntouched(listing, ListingState.InReview);
    }

    [Theory]
    [InlineData(ListingMode.Transfer)]
    [InlineData(ListingMode.Equity)]
    public void A_transfer_is_impossible_while_a_declaration_is_announced_INV_22(ListingMode mode)
    {
        var listing = ListingIn(ListingState.InReview, mode);
        var announced = OfferStanding.Of(_patent, isAnnounced: true, Offers.Today);

        Assert.Equal(new BarredWhileDeclared(mode), listing.Approve(Offers.Approver, announced, Offers.Now));

        Assert.Null(listing.Approve(Offers.Approver, Standing(), Offers.Now));
        listing.Review(announced);
        Assert.Equal((ListingState.Suspended, Suspender.System), (listing.State, listing.SuspendedBy));
    }

    [Fact]
    public void Is_hidden_while_a_bar_stands_and_shown_again_when_it_is_gone()
    {
        var listing = ListingIn(ListingState.Published);
        _patent.Burden(EncumbranceKind.OwnershipDispute, until: Offers.Today);

        listing.Review(Standing());
        Assert.Equal(ListingState.Suspended, listing.State);

        listing.Review(OfferStanding.Of(_patent, false, Offers.Today.AddDays(1)));
        Assert.Equal((ListingState.Published, null), (listing.State, listing.SuspendedBy));
    }

    [Fact]
    public void What_a_person_hid_the_system_does_not_show_and_another_side_cannot()
    {
        var listing = ListingIn(ListingState.Published);
        Assert.Null(listing.Suspend(Offers.Administrator, "核实权属"));

        listing.Review(Standing());
        Assert.Equal(ListingState.Suspended, listing.State);
        Assert.Equal(new SuspendedByAnother(Suspender.Administrator), listing.Resume(Offers.Officer, Standing()));
        Assert.Null(listing.Resume(Offers.Administrator, Standing()));
    }

    [Fact]
    public void Ends_with_the_right_INV_01()
    {
        var listing = ListingIn(ListingState.Published);
        Assert.Null(_patent.RecordStatus(RightAction.Invalidate, Offers.Today, "无效决定", Offers.Today));

        listing.Review(Standing());

        Assert.Equal(ListingState.Closed, listing.State);
        Assert.IsType<ListingClosed>(listing.Events[^1]);
    }

    [Theory]
    [InlineData(ListingMode.OpenLicence, false, OfferLabel.IntendsToDeclare)]
    [InlineData(ListingMode.OpenLicence, true, OfferLabel.AnnouncedByCnipa)]
    [InlineData(ListingMode.Transfer, true, null)]
    public void Calls_itself_announced_only_while_a_declaration_is_INV_21(ListingMode mode, bool isAnnounced, OfferLabel? label) =>
        Assert.Equal(label, Offers.DraftListing(_patent, mode).LabelWhen(isAnnounced));

    [Fact]
    public void Names_every_malformed_part()
    {
        var refusal = Listing.Create(
            Offers.Officer, _patent, ListingMode.OpenLicence, Offers.Content with { ApplicationFields = [" "], Industries = ["C38", "Z99"] }, out _);

        Assert.Equal(["content.applicationFields[0]", "content.industries[1]"], Assert.IsType<InputInvalid>(refusal).Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Refuses_a_patent_of_which_too_little_is_known()
    {
        var imported = APatent.Pending();
        Assert.Null(imported.RecordStatus(RightAction.Grant, new(2022, 5, 6), "import 1", Offers.Today, confirmsPresent: false));
        Assert.Null(imported.SetOwners([PatentOwner.Registered(Offers.University(), 100)]));

        Assert.Equal(["present legal status"], Assert.IsType<PatentRecordIncomplete>(Offers.DraftListing(imported).Submit(Offers.Officer, imported)).Missing);
    }

    private OfferStanding Standing() => OfferStanding.Of(_patent, isAnnounced: false, Offers.Today);

    private Listing ListingIn(ListingState state, ListingMode mode = ListingMode.OpenLicence)
    {
        var listing = Offers.DraftListing(_patent, mode);
        ListingAction[] steps = state switch
        {
            ListingState.InReview => [ListingAction.Submit],
            ListingState.Rejected => [ListingAction.Submit, ListingAction.Return],
            ListingState.Published => [ListingAction.Submit, ListingAction.Approve],
            ListingState.Suspended => [ListingAction.Submit, ListingAction.Approve, ListingAction.Suspend],
            ListingState.Closed => [ListingAction.Submit, ListingAction.Approve, ListingAction.Close],
            _ => [],
        };
        foreach (var step in steps)
        {
            Assert.Null(Do(step, listing));
        }
        Assert.Equal(state, listing.State);
        listing.ForgetEvents();
        return listing;
    }

    private Refusal? Do(ListingAction action, Listing listing) => action switch
    {
        ListingAction.Revise => listing.Revise(Offers.Content),
        ListingAction.Submit => listing.Submit(Offers.Officer, _patent),
        ListingAction.Approve => listing.Approve(Offers.Approver, Standing(), Offers.Now),
        ListingAction.Return => listing.Return(Offers.Approver, "请补充"),
        ListingAction.Suspend => listing.Suspend(Offers.Officer, "内部核查"),
        ListingAction.Resume => listing.Resume(Offers.Officer, Standing()),
        _ => listing.Close("不再提供"),
    };

    private static void AssertUntouched(Listing listing, ListingState state)
    {
        Assert.Equal(state, listing.State);
        Assert.Empty(listing.Events);
        Assert.Empty(listing.Transitions);
    }
}
