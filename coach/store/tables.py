"""The tables. Times are seconds since 1970; a token is never stored, only its hash."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

owners = Table(
    "owners",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kept", Boolean, nullable=False),  # the person asked to be remembered on this device
)
things = Table(  # drafts, kept cards, cards seen, own decks: each is sealed with its owner's token
    "things",
    metadata,
    Column("owner", String(64), ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Index("things_expire", "expires"),
)
rooms = Table(
    "rooms",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code", String(8), unique=True),  # none once two have joined
    Column("invite", String(64), unique=True),  # the hash of the one-time secret
    Column("invite_until", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Index("rooms_expire", "expires"),
)
seats = Table(  # who sits where: one room at a time for each owner
    "seats",
    metadata,
    Column("owner", String(64), primary_key=True),
    Column("room", String(32), ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False),
    Column("seat", Integer, nullable=False),
    Column("seen", BigInteger, nullable=False),
    Index("seats_of_a_room", "room", "seat", unique=True),
)
tries = Table(  # wrong codes, by where they came from
    "tries",
    metadata,
    Column("who", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("until", BigInteger, nullable=False),
)
