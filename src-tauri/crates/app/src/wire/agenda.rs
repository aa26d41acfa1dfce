//! Today: what asks for attention, one thing a dispute, and what was put off.

use super::{DueItem, Named, OwedTotal, RemedyView, ToThank, wire};

wire! {
    /// The place to start the day.
    pub struct Today {
        /// Today.
        pub day: String,
        /// Disputes in which the day of something has passed, the longest overdue first.
        pub overdue: Vec<AgendaRow>,
        /// Disputes in which something asks today.
        pub today: Vec<AgendaRow>,
        /// Disputes in which something comes within seven days.
        pub week: Vec<AgendaRow>,
        /// What was put off, what comes back first in front.
        pub put_off: Vec<AgendaItem>,
        /// What is owed, per currency.
        pub owed: Vec<OwedTotal>,
        /// People to thank.
        pub to_thank: Vec<ToThank>,
        /// How many disputes are open.
        pub open: u32,
        /// How many are watched.
        pub watching: u32,
        /// How many are closed.
        pub closed: u32,
        /// Days to put something off to.
        pub later: LaterDays,
    }

    /// Days to which something can be put off, each a business day.
    pub struct LaterDays {
        /// The next business day.
        pub next_day: String,
        /// In a week.
        pub week: String,
        /// In two weeks.
        pub two_weeks: String,
        /// The latest day on which what waits for an answer comes back.
        pub unanswered: String,
    }

    /// A dispute on Today: the one thing that matters now, and the rest beneath.
    pub struct AgendaRow {
        /// Which dispute.
        pub dispute: Named,
        /// The one thing that matters now.
        pub lead: AgendaItem,
        /// What else asks or comes within the week.
        pub rest: Vec<AgendaItem>,
        /// What was followed up and waits with something else.
        pub followed: Vec<AgendaItem>,
    }

    /// Something on the agenda.
    pub struct AgendaItem {
        /// What, and when.
        pub due: DueItem,
        /// Whether no day was named, and the day is the household's own time of waiting.
        pub by_cadence: bool,
        /// The day on which the vendor was last in touch since: it may not be needed any more.
        pub in_touch: Option<String>,
        /// The day on which it was followed up.
        pub followed_up: Option<String>,
        /// How it was put off.
        pub put_off: Option<PutOff>,
        /// The letter, for one without an answer.
        pub letter: Option<String>,
        /// The remedy that is to be looked at, for a check.
        pub remedy: Option<RemedyView>,
    }

    /// How something was put off.
    pub struct PutOff {
        /// Names it, to bring it back.
        pub id: String,
        /// The day on which it comes back at the latest.
        pub until: String,
        /// Whether it comes back as soon as the vendor is in touch.
        pub or_answer: bool,
    }

    /// What is to be put off, and until when.
    pub struct Later {
        /// In which dispute.
        pub dispute: String,
        /// Of which sort it is.
        pub kind: super::DueKind,
        /// Which promise, step, check, letter or dispute.
        pub id: String,
        /// The day on which it comes back at the latest.
        pub until: String,
        /// Whether it comes back as soon as the vendor is in touch.
        pub or_answer: bool,
    }

    /// A contact, after which to be in touch again.
    pub struct ContactMade {
        /// With which vendor.
        pub vendor: Option<String>,
        /// On which day.
        pub on: String,
        /// Whether anybody answered; absent for anything written.
        pub answered: Option<bool>,
        /// The day for which something was promised in it.
        pub promised_for: Option<String>,
    }

    /// How long the household waits for answers, in days, each longer than the one before.
    pub struct Cadence {
        /// The days.
        pub days: Vec<u16>,
        /// Whether they are the usual ones.
        pub usual: bool,
    }
}
