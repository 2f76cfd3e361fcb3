"""Parameters made fit for a version: bare words named, encodings dropped, preference respelled."""

from collections.abc import Callable, Iterable

from relate_desktop.domain.property import Parameter, Property

Parameters = tuple[Parameter, ...]

_ENCODINGS = frozenset({"BASE64", "QUOTED-PRINTABLE", "8BIT", "7BIT", "B", "Q"})
_PLACES = {"INLINE": None, "URL": "uri", "CID": "uri", "CONTENT-ID": "uri", "BINARY": None}
_DROPPED = frozenset({"ENCODING", "CHARSET"})


def named(item: Property) -> Parameters:
    """The parameters with bare words as TYPE values and without encoding and charset.

    Bare words of vCard 2.1 that are no types (``BASE64``, ``INLINE``, ``URL``) become what they
    mean. ENCODING and CHARSET say how bytes stood in a file, not anything of the value.
    """
    if all(one.name is not None and one.name.upper() not in _SPECIAL_NAMES for one in item.parameters):
        return item.parameters
    kept: list[Parameter] = []
    bare: int | None = None
    for parameter in item.parameters:
        if parameter.name is None:
            words = [word for word in parameter.values if word.upper() not in _ENCODINGS]
            place = next((_PLACES[word.upper()] for word in words if word.upper() in _PLACES), None)
            types = tuple(word for word in words if word and word.upper() not in _PLACES)
            if place is not None:
                kept.append(Parameter("VALUE", (place,)))
            if types and bare is None:
                bare = len(kept)
                kept.append(Parameter("TYPE", types))
            elif types and bare is not None:
                kept[bare] = Parameter("TYPE", kept[bare].values + types)
        elif parameter.name.upper() == "VALUE":
            kept.extend(_value(parameter))
        elif parameter.name.upper() not in _DROPPED:
            kept.append(parameter)
    return tuple(kept)


_SPECIAL_NAMES = _DROPPED | {"VALUE"}


def _value(parameter: Parameter) -> Iterable[Parameter]:
    word = parameter.values[0].upper() if parameter.values else "INLINE"
    if word not in _PLACES:
        return (parameter,)
    place = _PLACES[word]
    return () if place is None else (Parameter(parameter.name, (place,)),)


def without(parameters: Parameters, *names: str) -> Parameters:
    """The parameters but those of these names, given in upper case."""
    return tuple(one for one in parameters if one.name is None or one.name.upper() not in names)


def value_of(parameters: Parameters, name: str) -> str | None:
    """The first value of the named parameter, None when it is absent."""
    for one in parameters:
        if one.name is not None and one.name.upper() == name and one.values:
            return one.values[0]
    return None


def with_value_type(parameters: Parameters, value_type: str) -> Parameters:
    """The parameters with VALUE set, in its place where there was one."""
    if value_of(parameters, "VALUE") is None:
        return (*parameters, Parameter("VALUE", (value_type,)))
    return tuple(
        Parameter(one.name, (value_type,)) if one.name is not None and one.name.upper() == "VALUE" else one
        for one in parameters
    )


def without_types(parameters: Parameters, gone: Callable[[str], bool]) -> Parameters:
    """The parameters without the TYPE words for which ``gone`` is true, given in upper case."""
    kept: list[Parameter] = []
    for one in parameters:
        if one.name is None or one.name.upper() != "TYPE":
            kept.append(one)
            continue
        values = tuple(left for value in one.values if (left := _without_words(value, gone)))
        if values or not one.values:
            kept.append(Parameter(one.name, values) if values != one.values else one)
    return tuple(kept)


def with_type(parameters: Parameters, word: str) -> Parameters:
    """The parameters with one more TYPE word, in the first TYPE there is."""
    for position, one in enumerate(parameters):
        if one.name is not None and one.name.upper() == "TYPE":
            spelled = word.lower() if any(value.islower() for value in one.values) else word
            longer = Parameter(one.name, (*one.values, spelled))
            return (*parameters[:position], longer, *parameters[position + 1 :])
    return (*parameters, Parameter("TYPE", (word,)))


def type_words(parameters: Parameters) -> frozenset[str]:
    """All TYPE words, in upper case."""
    return frozenset(
        word.strip().upper()
        for one in parameters
        if one.name is not None and one.name.upper() == "TYPE"
        for value in one.values
        for word in value.split(",")
        if word.strip()
    )


def _without_words(value: str, gone: Callable[[str], bool]) -> str:
    if "," not in value:
        return "" if gone(value.strip().upper()) else value
    words = value.split(",")
    left = [word for word in words if not gone(word.strip().upper())]
    return value if len(left) == len(words) else ",".join(left)
