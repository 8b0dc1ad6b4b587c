"""Real mails through the whole desk: every one is kept, and no machine gets an automatic answer."""

import csv
from pathlib import Path

from escalator.core.mail.incoming import MailClass
from escalator.core.notify.customers import CustomerNoticeKind
from escalator.store import outbox
from escalator.store.incoming import State
from tests.post import Post
from tests.story import MIA, Story, principal


def test_every_mail_is_kept_and_no_machine_is_answered(sqlite_database_url: str, shared_data: Path) -> None:
    folder = shared_data / "emails"
    with (folder / "index.csv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index))
    with Story(sqlite_database_url) as story:
        post = Post(story)
        kept = [(row, post.brings((folder / row["file"]).read_bytes())) for row in rows]
        # Some are in the sample twice, with other line ends.
        assert sum(story.app.incoming.counts(principal(MIA)).values()) == len({mail.id for _, mail in kept}) > 160
        assert State.WAITING not in {mail.state for _, mail in kept}
        with story.app.database.reading() as tx:
            letters = [posted.letter for posted in outbox.listing(tx, None, 10_000)]
        automatic = {letter.ticket_id for letter in letters if letter.kind in list(CustomerNoticeKind)}
        machines = [mail for row, mail in kept if row["expect_auto"] == "1" or mail.kind != MailClass.HUMAN]
        assert len(machines) > 75
        assert not [mail.id for mail in machines if mail.reason == "opened" or mail.ticket_id in automatic]
        _ = story.told
