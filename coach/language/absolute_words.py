"""The words that decide whether "you always" and "you never" hurt: what is missed, what wounds, what is fine."""

from __future__ import annotations

HURTFUL_WHEN_MISSING = frozenset(
    """help listen care ask thank apologise apologize clean cook call ring phone text reply visit say talk speak tell hug kiss touch notice
    wash tidy pay share answer remember finish turn show let get lift do bother contribute offer want come go take give look think admit
    consider appreciate love respect support trust try see play pick put bring spend praise defend stand wait check plan step
    stop include believe back leave send pack feed respond invite read write hold smile lock empty organise organize book drive replace refill change wipe rinse shower""".split()
)


HURTFUL_WHEN_ALWAYS = frozenset(
    """criticise criticize complain nag moan shout yell scream snap sulk lie cheat ignore interrupt ruin spoil blame judge mock dump leave
    late forget side lose cancel bail flake dismiss belittle undermine correct contradict exclude bully boss lecture pick put talk start make
    expect demand accuse threaten manipulate guilt punish control snoop interfere meddle hide sneak disappear storm slam argue fight compare
    change borrow use hog steal twist exaggerate avoid dodge come turn throw take on at have want get drop push""".split()
)


UNKIND_VERBS = frozenset("lie cheat shout miss fail lose forget complain hurt break leave smoke drink".split())


STATES = frozenset(
    "time home here there around ready satisfied happy happy sorry grateful available interested".split()
)


ME = frozenset("me my i us our mine".split())


FINE_WHEN_NEVER = frozenset(
    """wake stop want win lock walk go like mind guess know need be wash drink smoke dry rinse open touch cut use add boil see meet lose miss fail complain
    quit judge hurt give doubt waste forget regret leave hide lie shout fight""".split()
)


FINE_WHEN_ALWAYS = frozenset(
    """know draw wave clap wait find bring remember think dream hope believe bring cook bake sing smile laugh share offer carry stand hold
    welcome like enjoy admire work read""".split()
)


MISSING = frozenset(
    "bother finish ask listen thank apologise apologize help clean tidy lift contribute appreciate consider notice compliment include support defend admit learn".split()
)


EVER_WORDS = frozenset("always never nevr nevah alwys allways".split())


BETWEEN = frozenset(
    "just really literally honestly seriously so fucking bloody damn still even only simply actually totally basically 've 'd 'll 're have had has are were was would will could can do did is be been ever also all both almost".split()
)


DOING_WELL = frozenset("skating running trying learning smiling caring loving growing fighting believing".split())
