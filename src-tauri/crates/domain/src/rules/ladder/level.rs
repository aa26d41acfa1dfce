//! How high somebody stands at a vendor, from their job and from who they supervise.

use crate::Contact;

/// A level of the ladder, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Who answers first.
    Representative,
    /// Who supervises them, or handles complaints.
    Supervisor,
    /// Who runs the department.
    Manager,
    /// Who stands at the head of the vendor, or speaks for them.
    ExecutiveOffice,
    /// Who decides from outside: a regulator, an ombudsman, a court, or whoever can compel.
    OutsideBody,
}

impl Level {
    /// Every level, the lowest first.
    pub const ALL: &'static [Self] = &[
        Self::Representative,
        Self::Supervisor,
        Self::Manager,
        Self::ExecutiveOffice,
        Self::OutsideBody,
    ];
}

/// Titles that sound higher than they are.
const EVERYDAY: &[&str] = &[
    "account manager",
    "case manager",
    "relationship manager",
    "account executive",
    "service executive",
    "sales executive",
];

/// Words of titles and departments, by the level that they speak of, the highest first. Each stands
/// for words in a row.
const TITLES: &[(Level, &[&str])] = &[
    (
        Level::ExecutiveOffice,
        &[
            "chief",
            "ceo",
            "cfo",
            "coo",
            "president",
            "director",
            "directors",
            "chairman",
            "chairwoman",
            "chair",
            "board",
            "executive",
        ],
    ),
    (Level::Manager, &["manager", "management", "head of", "superintendent"]),
    (
        Level::Supervisor,
        &[
            "supervisor",
            "team lead",
            "team leader",
            "teamleader",
            "shift lead",
            "shift leader",
            "lead agent",
            "escalation",
            "escalations",
            "complaint",
            "complaints",
            "resolution",
            "resolutions",
        ],
    ),
];

/// How high the person stands within their vendor: what their title or department says, and at least
/// a supervisor where they supervise somebody, at least a manager where they supervise a supervisor.
pub fn level_of(person: &Contact, contacts: &[Contact]) -> Level {
    let supervised = contacts.iter().filter(|one| one.supervisor == Some(person.id));
    let by_people = supervised
        .map(|one| {
            let supervises = contacts.iter().any(|other| other.supervisor == Some(one.id));
            let is_above = supervises || by_title(one) >= Level::Supervisor;
            if is_above { Level::Manager } else { Level::Supervisor }
        })
        .max();
    by_title(person).max(by_people.unwrap_or(Level::Representative))
}

fn by_title(person: &Contact) -> Level {
    let of = |text: &Option<String>| text.as_deref().map_or(Level::Representative, of_words);
    of(&person.job).max(of(&person.department))
}

fn of_words(text: &str) -> Level {
    let mut words = padded(text);
    for everyday in EVERYDAY {
        words = words.replace(&padded(everyday), " ");
    }
    let speaks = |titles: &[&str]| titles.iter().any(|title| words.contains(&padded(title)));
    let found = TITLES.iter().find(|(_, titles)| speaks(titles));
    found.map_or(Level::Representative, |(level, _)| *level)
}

/// Whether a channel's label says that complaints go there.
pub(super) fn names_a_complaints_desk(label: &str) -> bool {
    of_words(label) >= Level::Supervisor
}

/// The words in lower case with one space around each, so that a title is found as whole words.
fn padded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}
