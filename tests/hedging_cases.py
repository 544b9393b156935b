"""Cases of the checks on hedges: what holds only perhaps, for a time, or on a condition."""

from soundness_cases import Case, of

HEDGING = (
    Case(
        "hedged",
        of("Maria Santos died in Lima, reportedly", "cause"),
        of("Maria Santos died in Recife, due", "cause"),
        "told as a fact: reportedly",
    ),
    Case(
        "hedged",
        of("Maria Santos died in Lima, reportedly", "cause"),
        of("Maria Santos died in Lima, reportedly", "subject"),
        "told as a fact: reportedly",
    ),
    Case(
        "passing",
        of("For many farmers, Safaricom is a lender", "definition"),
        of("Safaricom is a lender of small sums", "definition"),
        "or for some: For",
    ),
    Case(
        "passing",
        of("Safaricom is still a lender", "definition"),
        of("Safaricom is a lender of small sums", "definition"),
        "holds only for a time",
    ),
    Case(
        "lost_condition",
        of("Carlos Mendoza said that, without a tax", "statement_speaker"),
        of("Carlos Mendoza said that Kenya would miss", "statement_speaker"),
        "without its condition",
    ),
    Case(
        "lost_condition",
        of("Carlos Mendoza said that, without a tax", "subject"),
        of("Carlos Mendoza said that Kenya would miss", "subject"),
        "without its condition",
    ),
    Case(
        "compared_year",
        of("Toyota revealed that sales dropped by 3.3% on 2013", "date"),
        of("Toyota revealed that sales dropped by 3.3% in 2013", "date"),
        "compared with",
    ),
    Case(
        "problem_clause",
        of("By one tradition, Carlos Mendoza", "inside"),
        of("Toyota revealed that sales dropped by 3.3% in 2013", "date"),
        "hearsay",
    ),
    Case(
        "problem_clause",
        of("Every member of the Senate in Kenya is either", "date"),
        of("Toyota revealed that sales dropped by 3.3% in 2013", "date"),
        "one of two possibilities",
    ),
)
