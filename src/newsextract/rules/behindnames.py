"""What stands behind a name in a byline in, whether it is a job, the paper, or goes on about the one before it out."""

from newsextract.rules.bydates import without_date
from newsextract.rules.bylabels import LABEL_KEYS
from newsextract.rules.personnames import CASELESS, LONGEST_NAME, PAPERS, Named, is_title
from newsextract.rules.speech import Speech
from newsextract.rules.words import fold as folded


def is_job(segment: str, speech: Speech) -> bool:
    """Whether what follows a name is its bearer's job: "Tech Reporter"."""
    if CASELESS.search(segment) or not is_title(segment, speech):
        return False
    return not speech.under("and", *LABEL_KEYS).starts(segment)


def is_job_in_lower_case(segment: str, speech: Speech) -> bool:
    """Whether what goes on behind a name is a job, and no sentence: "public sector adviser", not "is a writer who"."""
    is_brief = len(segment) <= LONGEST_NAME
    return is_brief and is_title(segment, speech) and folded(segment.split()[0]) not in speech.phrases("stopwords")


def is_paper(segment: str, last: Named, speech: Speech) -> bool:
    """Whether a segment in capitals behind a person is the paper's name: "Rosa Lind | LANTERN TODAY"."""
    if last.kind != "person" or last.name.isupper() or not segment.isupper():
        return False
    return speech.under(*PAPERS).within(segment) is not None and not speech.equals("agencies", segment)


def goes_on(segment: str, speech: Speech) -> bool:
    """Whether a segment goes on in lower case with what is said of the one before: "public sector adviser, Lantern"."""
    first = segment.split(maxsplit=1)[0]
    if not first.islower() or first in speech.particles or speech.under("and", *LABEL_KEYS).starts(segment):
        return False
    return without_date(segment, speech) == segment
