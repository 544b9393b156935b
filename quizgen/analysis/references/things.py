"""Things: what "it" and "they" stand for."""

from spacy.tokens import Token

from quizgen.analysis.syntax import child, is_verb


def shared_object(token: Token) -> Token | None:
    """The head of the object that "it" takes up: "called the curbs ... and referred it to ..."."""
    if token.lower_ not in {"it", "them"} or token.dep_ != "dobj":
        return None
    verb = token.head
    if (
        verb.dep_ != "conj"
        or not is_verb(verb.head)
        or child(verb, "nsubj", "nsubjpass") is not None
    ):
        return None
    thing = child(verb.head, "dobj")
    return thing if thing is not None and _plain_thing(thing) else None


def _plain_thing(thing: Token) -> bool:
    alone = not any(c.dep_ in {"conj", "relcl", "acl"} for c in thing.children)
    return thing.tag_ in {"NN", "NNS"} and alone
