"""Why two records seem to be one person, or perhaps not."""

from enum import StrEnum


class MatchReason(StrEnum):
    """What speaks for two records being one person, or against it; each has words on top."""

    IDENTICAL = "identical"
    SAME_UID = "same_uid"
    SAME_EMAIL = "same_email"
    SAME_PHONE = "same_phone"
    SAME_MOBILE = "same_mobile"
    """The same number, and it is a mobile one: few people share those."""
    SAME_HANDLE = "same_handle"
    SAME_NAME = "same_name"
    SWAPPED_NAME = "swapped_name"
    """The family name of one is the given name of the other, and the other way round."""
    OTHER_SCRIPT = "other_script"
    """The same name in the letters of another language."""
    SPELLED_NAME = "spelled_name"
    """The same name as it sounds: Meyer, Maier; Müller, Mueller; Annemarie, Anne-Marie."""
    CLOSE_NAME = "close_name"
    """Nearly the same name, as after a slip of the keyboard."""
    SHORT_NAME = "short_name"
    """One given name is short for the other: Lupe, Guadalupe."""
    INITIALS = "initials"
    """One has letters where the other has names."""
    PART_OF_NAME = "part_of_name"
    """One name is all in the other, which has more."""
    SIMILAR_NAME = "similar_name"
    """Names that one person may have, and two as well: Ted and Ned, Mei and Mai, Ada and Ada 2."""
    GIVEN_NAME_ONLY = "given_name_only"
    """One has a single word for a name, and it is in the other's."""
    NO_NAME = "no_name"
    """One of the two has no name at all."""
    NAME_IN_ADDRESS = "name_in_address"
    """One has no name, but an e-mail address that spells the other's."""
    SAME_BIRTHDAY = "same_birthday"
    SAME_DAY = "same_day"
    """The same day of birth, of a year that one does not tell."""
    SAME_ORGANIZATION = "same_organization"
    SAME_ADDRESS = "same_address"
    SAME_PICTURE = "same_picture"
    SHARED_EMAIL = "shared_email"
    """The same address, of the kind that several people read: ``info@``, ``family@``."""
    SAME_OTHER = "same_other"
    """Some other property is the same; together with the name it counts."""
    DIFFERENT_GIVEN_NAME = "different_given_name"
    """A shared number or address under another given name: perhaps one household."""
    DIFFERENT_FAMILY_NAME = "different_family_name"
    DIFFERENT_NAME = "different_name"
    DIFFERENT_BIRTHDAY = "different_birthday"
    DIFFERENT_ADDRESS = "different_address"
    """Both have a postal address, and it is not the same."""
    DIFFERENT_GENERATION = "different_generation"
    """One is the senior, the other the junior."""
    DIFFERENT_KIND = "different_kind"
    """One is an organisation, the other a person."""
    LOOK_ALIKE = "look_alike"
    """Letters of two scripts in one word: it looks like the name and is another one."""
    EVERYTHING_ELSE_DIFFERS = "everything_else_differs"
    """The same UID, but name, addresses and numbers all disagree."""


REASONS_AGAINST = frozenset(
    {
        MatchReason.DIFFERENT_GIVEN_NAME,
        MatchReason.DIFFERENT_FAMILY_NAME,
        MatchReason.DIFFERENT_NAME,
        MatchReason.DIFFERENT_BIRTHDAY,
        MatchReason.DIFFERENT_ADDRESS,
        MatchReason.DIFFERENT_GENERATION,
        MatchReason.DIFFERENT_KIND,
        MatchReason.LOOK_ALIKE,
        MatchReason.EVERYTHING_ELSE_DIFFERS,
    }
)
"""Reasons that speak against the two being one person."""
