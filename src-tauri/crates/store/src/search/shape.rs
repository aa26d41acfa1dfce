//! What is found, and by which texts: one entry of the index for each record that a person would
//! speak of, with the words of what belongs to it.

use crate::Noun;

/// What a text is to the entry that it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// What the entry is called.
    Title,
    /// What was said and written.
    Words,
    /// A reference, an account, a number to call.
    Exact,
    /// Who had to do with it.
    Name,
    /// A sum: two columns of the table, minor units and the currency.
    Sum,
    /// A day.
    Day,
    /// What the household has written for itself.
    Private,
    /// Names of the same in one column, a line each.
    Names,
    /// Where in a document something stands, as the household put it.
    Place,
}

/// Texts of an entry: what the columns of a query are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) fields: &'static [Field],
    /// With the [key](super::entry::Key) as its parameter, which is the record's id or, of a line of a
    /// statement, the statement's with the number of the line behind it.
    pub(super) sql: &'static str,
}

/// How entries of a noun are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) noun: Noun,
    /// Its dispute, and the day by which it is older or newer than another; no row where the record
    /// lies in the bin or is hidden otherwise than with its dispute.
    pub(super) head: &'static str,
    pub(super) parts: &'static [Part],
}

use Field::{Day, Exact, Name, Names, Place, Private, Sum, Title, Words};

const fn part(fields: &'static [Field], sql: &'static str) -> Part {
    Part { fields, sql }
}

/// Every noun that has entries. The place in the list is part of the number of an entry: new ones go
/// to the end, and whoever changes a text raises [`super::VERSION`].
pub(super) const SHAPES: &[Shape] = &[
    Shape {
        noun: Noun::Dispute,
        head: "SELECT id, opened_on FROM dispute WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Title, Words, Words, Words, Words, Words, Exact, Exact, Exact, Exact, Day, Day],
                "SELECT title, goal, effect, subject_what, subject_place, subject_paid_by,
                    subject_order, subject_account, subject_model, subject_serial, opened_on,
                    subject_bought_on FROM dispute WHERE id = ?1",
            ),
            part(
                &[Sum],
                "SELECT subject_price_minor, subject_price_currency FROM dispute
                 WHERE id = ?1 AND subject_price_minor IS NOT NULL",
            ),
            part(
                &[Exact, Words, Words, Name, Names],
                "SELECT p.reference, p.policy, p.rationale, v.name, v.known_as
                 FROM party p JOIN vendor v ON v.id = p.vendor
                 WHERE p.dispute = ?1 AND p.deleted_at IS NULL ORDER BY p.id",
            ),
            part(
                &[Name],
                "SELECT DISTINCT v.name FROM claim c JOIN vendor v ON v.id = c.vendor
                 WHERE c.dispute = ?1 AND c.deleted_at IS NULL ORDER BY v.name",
            ),
        ],
    },
    Shape {
        noun: Noun::Event,
        head: "SELECT dispute, substr(sort_key, 1, 10) FROM event
            WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Words],
                "SELECT text FROM fact WHERE event = ?1 AND deleted_at IS NULL ORDER BY id",
            ),
            part(
                &[Name, Words, Words],
                "SELECT c.name, c.job, c.department
                 FROM event_contact l JOIN contact c ON c.id = l.contact
                 WHERE l.event = ?1 AND l.deleted_at IS NULL ORDER BY l.place, l.id",
            ),
            part(
                &[Name, Day, Private],
                "SELECT v.name, substr(e.sort_key, 1, 10), e.note
                 FROM event e LEFT JOIN vendor v ON v.id = e.vendor WHERE e.id = ?1",
            ),
        ],
    },
    Shape {
        noun: Noun::Claim,
        head: "SELECT dispute, arose_on FROM claim WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Title, Sum, Day, Day, Name],
                "SELECT c.reason, c.amount_minor, c.amount_currency, c.arose_on, c.due_on, v.name
                 FROM claim c JOIN vendor v ON v.id = c.vendor WHERE c.id = ?1",
            ),
            part(
                &[Sum, Day, Exact],
                "SELECT amount_minor, amount_currency, moved_on, reference FROM movement
                 WHERE claim = ?1 AND deleted_at IS NULL ORDER BY moved_on, id",
            ),
        ],
    },
    Shape {
        noun: Noun::Promise,
        head: "SELECT dispute, made_on FROM promise WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Day, Day, Name, Name],
            "SELECT p.what, p.made_on, p.due_on, c.name, v.name FROM promise p
             LEFT JOIN contact c ON c.id = p.given_by LEFT JOIN vendor v ON v.id = p.vendor
             WHERE p.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Offer,
        head: "SELECT dispute, made_on FROM offer WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Title, Day, Day, Name, Name],
                "SELECT o.terms, o.made_on, o.open_until, c.name, v.name FROM offer o
                 LEFT JOIN contact c ON c.id = o.made_by LEFT JOIN vendor v ON v.id = o.vendor
                 WHERE o.id = ?1",
            ),
            part(
                &[Sum],
                "SELECT amount_minor, amount_currency FROM offer
                 WHERE id = ?1 AND amount_minor IS NOT NULL",
            ),
        ],
    },
    Shape {
        noun: Noun::Rung,
        head: "SELECT dispute, reached_on FROM rung WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Words, Day, Name, Name],
            "SELECT r.reason, r.result, r.reached_on, c.name, v.name FROM rung r
             LEFT JOIN contact c ON c.id = r.contact LEFT JOIN vendor v ON v.id = r.vendor
             WHERE r.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Advocacy,
        head: "SELECT dispute, helped_on FROM advocacy WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Day, Name],
            "SELECT a.did, a.helped_on, c.name
             FROM advocacy a JOIN contact c ON c.id = a.contact WHERE a.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Remedy,
        head: "SELECT dispute, agreed_on FROM remedy WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Title, Words, Words, Words, Day, Day, Name, Name],
                "SELECT r.what, r.caveat, r.scope, r.before_use, r.agreed_on, r.expected_by,
                    c.name, v.name FROM remedy r
                 LEFT JOIN contact c ON c.id = r.agreed_by LEFT JOIN vendor v ON v.id = r.vendor
                 WHERE r.id = ?1",
            ),
            part(
                &[Words],
                "SELECT note FROM remedy_check
                 WHERE remedy = ?1 AND deleted_at IS NULL ORDER BY due_on, id",
            ),
        ],
    },
    Shape {
        noun: Noun::NextStep,
        head: "SELECT dispute, planned_on FROM next_step WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Day, Name],
            "SELECT s.what, s.planned_on, c.name FROM next_step s
             LEFT JOIN contact c ON c.id = s.contact WHERE s.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Vendor,
        head: "SELECT NULL, NULL FROM vendor WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Title, Names, Words],
                "SELECT name, known_as, address FROM vendor WHERE id = ?1",
            ),
            part(
                &[Exact, Words],
                "SELECT value, label FROM vendor_channel
                 WHERE vendor = ?1 AND deleted_at IS NULL ORDER BY id",
            ),
        ],
    },
    Shape {
        noun: Noun::Contact,
        head: "SELECT NULL, NULL FROM contact WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Words, Words, Exact, Exact, Name],
            "SELECT c.name, c.job, c.department, c.phone, c.email, v.name
             FROM contact c JOIN vendor v ON v.id = c.vendor WHERE c.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Letter,
        // What went out is found as it went out.
        head: "SELECT dispute, NULL FROM letter l WHERE id = ?1 AND deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM sent_letter s
                WHERE s.letter = l.id AND s.deleted_at IS NULL)",
        parts: &[
            part(
                &[Name, Name, Words, Words, Words, Words, Day],
                "SELECT v.name, c.name, l.office, l.request, l.reason, l.basis, l.reply_by
                 FROM letter l JOIN vendor v ON v.id = l.to_vendor
                 LEFT JOIN contact c ON c.id = l.to_contact WHERE l.id = ?1",
            ),
            part(
                &[Words],
                "SELECT text FROM letter_edit WHERE letter = ?1 AND deleted_at IS NULL ORDER BY id",
            ),
        ],
    },
    Shape {
        noun: Noun::SentLetter,
        head: "SELECT dispute, sent_on FROM sent_letter WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Words, Exact, Day, Day, Name, Name],
            "SELECT s.subject, s.text, s.tracking, s.sent_on, s.reply_by, v.name, c.name
             FROM sent_letter s JOIN vendor v ON v.id = s.to_vendor
             LEFT JOIN contact c ON c.id = s.to_contact WHERE s.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Attachment,
        head: "SELECT dispute, substr(coalesce(dated_key, added_at), 1, 10) FROM attachment
            WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[
            part(
                &[Title, Title, Words, Name, Name, Day],
                "SELECT a.caption, a.name, a.obtained, a.author, v.name, substr(a.dated_key, 1, 10)
                 FROM attachment a LEFT JOIN vendor v ON v.id = a.vendor WHERE a.id = ?1",
            ),
            part(
                &[Place],
                "SELECT place FROM citation
                 WHERE attachment = ?1 AND deleted_at IS NULL ORDER BY id",
            ),
        ],
    },
    Shape {
        noun: Noun::Issue,
        head: "SELECT dispute, replied_on FROM issue WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Words, Words, Words, Day, Name],
            "SELECT i.question, i.term, i.source, i.reply, i.replied_on, v.name
             FROM issue i LEFT JOIN vendor v ON v.id = i.vendor WHERE i.id = ?1",
        )],
    },
    Shape {
        noun: Noun::Member,
        head: "SELECT NULL, NULL FROM member WHERE id = ?1 AND deleted_at IS NULL",
        parts: &[part(
            &[Title, Words, Exact, Exact],
            "SELECT name, address, phone, email FROM member WHERE id = ?1",
        )],
    },
    // An entry for each line, which is what a person would speak of.
    Shape {
        noun: Noun::Statement,
        head:
            "SELECT NULL, l.booked_on FROM statement_line l JOIN statement s ON s.id = l.statement
            JOIN account a ON a.id = s.account
            WHERE l.statement = substr(?1, 1, 36) AND l.number = CAST(substr(?1, 38) AS INTEGER)
                AND s.deleted_at IS NULL AND a.deleted_at IS NULL",
        parts: &[part(
            &[Name, Words, Exact, Sum, Day],
            "SELECT party, text, reference, amount_minor, amount_currency, booked_on
             FROM statement_line
             WHERE statement = substr(?1, 1, 36) AND number = CAST(substr(?1, 38) AS INTEGER)",
        )],
    },
];

impl Shape {
    /// Whether its entries have names of their own.
    pub(super) fn has_title(&self) -> bool {
        self.parts.iter().any(|part| part.fields.contains(&Title))
    }
}

/// Begins the term that says which shape an entry has. No text has this sign.
const SHAPE: char = '\u{E004}';

/// The term that every entry of the shape at that place has, so that the index can be asked for
/// entries of some shapes only.
pub(super) fn term(place: usize) -> String {
    format!("{SHAPE}{place}")
}

/// For the index: entries of any of these shapes.
pub(super) fn any_of(places: &[usize]) -> String {
    let terms: Vec<String> = places.iter().map(|place| format!("\"{}\"", term(*place))).collect();
    format!("{{exact}} : ({})", terms.join(" OR "))
}

/// The shape of a noun, with its place in the list.
pub(super) fn of(noun: Noun) -> Option<(usize, &'static Shape)> {
    SHAPES.iter().enumerate().find(|(_, shape)| shape.noun == noun)
}
