using IpMarketplace.Kernel.Errors;
using IpMarketplace.Kernel.Lifecycles;

namespace IpMarketplace.Tests.Kernel;

public sealed class LifecycleTests
{
    private enum Door
    {
        Open,
        Closed,
        WalledUp,
    }

    private enum Act
    {
        Close,
        Reopen,
        WallUp,
    }

    private static Lifecycle<Door, Act> Table() =>
        new Lifecycle<Door, Act>("Door", Door.Open)
            .On(Act.Close, Door.Open, Door.Closed)
            .On(Act.Reopen, Door.Closed, Door.Open)
            .On(Act.WallUp, [Door.Open, Door.Closed], Door.WalledUp)
            .EndsAt(Door.WalledUp);

    [Fact]
    public void Takes_each_listed_step()
    {
        Assert.Null(Table().Refuses(Door.Closed, Act.Reopen, out var to));
        Assert.Equal(Door.Open, to);
    }

    [Fact]
    public void Refuses_every_pair_that_is_not_listed_and_names_what_is_possible()
    {
        var refusal = Assert.IsType<NotAllowedInState>(Table().Refuses(Door.Closed, Act.Close, out _));
        Assert.Equal(new NotAllowedInState("Door", "CLOSED", "CLOSE", refusal.AllowedActions), refusal);
        Assert.Equal(["REOPEN", "WALL_UP"], refusal.AllowedActions);
        Assert.Equal("NOT_ALLOWED_IN_STATE", refusal.Code);
    }

    [Fact]
    public void Says_that_an_end_takes_no_step()
    {
        var refusal = Table().Refuses(Door.WalledUp, Act.Reopen, out _);
        Assert.Equal("A Door in state WALLED_UP takes no further step, so not REOPEN either.", refusal?.Message);
    }

    [Fact]
    public void Does_not_stand_with_a_state_that_cannot_be_reached()
    {
        var table = new Lifecycle<Door, Act>("Door", Door.Open).On(Act.Close, Door.Open, Door.Closed);
        var fault = Assert.Throws<InvalidOperationException>(() => table.EndsAt(Door.Closed, Door.WalledUp));
        Assert.Equal("Door: WalledUp cannot be reached from Open.", fault.Message);
    }

    [Fact]
    public void Does_not_stand_with_an_end_that_has_an_exit()
    {
        var table = new Lifecycle<Door, Act>("Door", Door.Open)
            .On(Act.Close, Door.Open, Door.Closed)
            .On(Act.WallUp, Door.Closed, Door.WalledUp)
            .On(Act.Reopen, Door.WalledUp, Door.Open);
        Assert.Equal("Door: WalledUp is an end but has an exit.", Assert.Throws<InvalidOperationException>(() => table.EndsAt(Door.WalledUp)).Message);
    }

    [Fact]
    public void Does_not_stand_with_a_dead_end_that_is_not_declared()
    {
        var table = new Lifecycle<Door, Act>("Door", Door.Open).On(Act.Close, Door.Open, Door.Closed).On(Act.WallUp, Door.Closed, Door.WalledUp);
        Assert.Equal("Door: WalledUp has no exit but is no end.", Assert.Throws<InvalidOperationException>(() => table.EndsAt()).Message);
    }

    [Fact]
    public void Does_not_stand_with_a_pair_declared_twice() =>
        Assert.Throws<InvalidOperationException>(() => Table().On(Act.Close, Door.Open, Door.WalledUp));

    [Fact]
    public void Draws_itself() =>
        Assert.Equal(
            """
            stateDiagram-v2
                [*] --> OPEN
                OPEN --> CLOSED: Close
                CLOSED --> OPEN: Reopen
                OPEN --> WALLED_UP: WallUp
                CLOSED --> WALLED_UP: WallUp

            """,
            Table().ToMermaid());
}
