"""What is not English is named, from a sentence on; English with foreign names passes."""

import pytest

from quizgen.errors import InputError
from quizgen.ingest.language import foreign_language, require_english

FOREIGN = [
    ("French", "Les pompiers ont maîtrisé l'incendie qui menaçait le village depuis deux jours."),
    ("German", "Nach dem Sturm sind in Hamburg noch immer tausende Haushalte ohne Strom."),
    ("Spanish", "La selección ganó el partido con dos goles en la segunda parte."),
    ("Italian", "I vigili del fuoco hanno domato le fiamme dopo una lunga notte di lavoro."),
    ("Portuguese", "Os bombeiros conseguiram controlar o fogo depois de uma longa noite."),
    ("Dutch", "De brandweer heeft het vuur na een lange nacht onder controle gekregen."),
    ("Polish", "Strażacy opanowali pożar po długiej nocy, ale droga jest nadal zamknięta."),
    ("Swedish", "Brandkåren fick kontroll över elden efter en lång natt, men vägen är stängd."),
    ("Turkish", "Bakan, bu yıl için yeni bir plan olduğunu söyledi."),
    ("Indonesian", "Presiden mengatakan bahwa harga beras akan turun dalam waktu dekat."),
    ("Russian", "Правительство объявило в понедельник о новых мерах."),
    ("Ukrainian", "Уряд оголосив у понеділок про нові заходи проти інфляції."),
    ("Arabic", "أعلنت الحكومة يوم الاثنين عن إجراءات جديدة."),
    ("Persian", "دولت روز دوشنبه از برنامه‌های تازه‌ای گزارش داد که پس از آن چاپ شد."),
    ("Hebrew", "הממשלה הודיעה ביום שני על צעדים חדשים."),
    ("Chinese", "政府周一宣布了新的措施。北京方面表示欢迎。"),
    ("Japanese", "政府は月曜日に新しい対策を発表した。"),
    ("Korean", "정부는 월요일 새로운 대책을 발표했다."),
    ("Greek", "Η κυβέρνηση ανακοίνωσε τη Δευτέρα νέα μέτρα."),
    ("Hindi or another language in Devanagari letters", "सरकार ने सोमवार को नए उपायों की घोषणा की।"),
]


@pytest.mark.parametrize(("language", "sentence"), FOREIGN)
def test_a_sentence_of_another_language_is_named(language: str, sentence: str) -> None:
    """Alone, and as a longer text."""
    assert foreign_language(sentence) == language
    assert foreign_language((sentence + " ") * 4) == language
    with pytest.raises(InputError, match=f"^a.txt seems to be {language}; quizgen asks"):
        require_english(sentence, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Seoul hits back",
        "Rio de la Plata: ferry sinks off Punta del Este",
        "US President Trump says Osama bin Laden's son killed",
        "Die Hard star returns to London stage",
        "Le Monde and Der Spiegel report on La Palma and Los Angeles.",
        "The minister said “c'est la vie” and left.",
        "The company 三星 (Samsung) sold 3 million phones in Seoul.",
        "President Xi Jinping (习近平) met President Vladimir Putin (Владимир Путин).",
        "The mayor spoke first. El alcalde habló primero. She thanked those who had come to help.",
    ],
)
def test_english_with_foreign_names_and_words_passes(text: str) -> None:
    """Short, mixed or quoting."""
    assert foreign_language(text) == ""
