"""Checks: every named check of the gate, in the order in which they are tried.

Each is a function from a draft to the reason why it is unsound, or "". The list follows the
filters that the literature on rule-written questions agrees on (ad-freiburg, Mazidi and Nielsen
2014, Heilman and Smith 2010) and what labelled questions on real news showed to be worth refusing.
"""

from collections.abc import Callable

from quizgen.analysis.pipeline import Analysis
from quizgen.rules.asking import Draft
from quizgen.soundness import (
    agents,
    answers,
    form,
    fragments,
    giveaways,
    grammar,
    headlinese,
    hedging,
    identification,
    leaning,
    rivals,
    seams,
    several,
    shape,
    slips,
    speakers,
    standing_alone,
    truth,
    who,
)
from quizgen.soundness.roundtrip import roundtrip

Check = Callable[[Draft, Analysis], str]

CHECKS: dict[str, Check] = {
    function.__name__: function
    for function in (
        truth.problem_clause,
        speakers.speaker,
        truth.negated,
        truth.bare_copula,
        truth.half_verb,
        truth.displaced_only,
        truth.hanging_past,
        truth.perfect_date,
        truth.altered_quote,
        truth.lost_phrase,
        hedging.hedged,
        hedging.passing,
        hedging.lost_condition,
        hedging.compared_year,
        truth.lost_object,
        truth.nested_object,
        truth.lost_span,
        shape.misread,
        agents.wrong_agent,
        standing_alone.pronoun,
        standing_alone.demonstrative,
        standing_alone.discourse,
        answers.key_in_stem,
        answers.counted_in_stem,
        giveaways.own_product,
        giveaways.own_head,
        who.described_otherwise,
        who.envoy,
        who.passing_holder,
        speakers.mere_source,
        answers.known_nation,
        answers.light_key,
        answers.own_noun,
        answers.vague_many,
        answers.idiom,
        answers.human_verb,
        standing_alone.relative_time,
        leaning.leaning,
        identification.bare_definite,
        identification.new_subject,
        identification.bare_post,
        standing_alone.no_name,
        fragments.no_context,
        fragments.no_occasion,
        fragments.unfinished_being,
        fragments.unranked,
        fragments.day_alone,
        fragments.kin_alone,
        headlinese.missing_article,
        headlinese.loose_acronym,
        standing_alone.too_open,
        truth.second_answer,
        rivals.rival,
        several.also,
        several.beside,
        several.unnamed,
        speakers.said_more,
        form.embedded_wh,
        grammar.agreement,
        grammar.unfinished,
        slips.slip,
        seams.seam,
        truth.odd_coordination,
        form.quote_inside,
        form.comma,
        form.torn_apposition,
        form.torn_name,
        form.doubled,
        form.length,
        roundtrip,
    )
}
