//! The agenda of each dispute as screens show it.

use holdfast_domain::Dispute;
use holdfast_domain::rules::agenda::{self, Agenda, Entry, Section, Standing};
use holdfast_domain::rules::{DueItem, DueKind};

use crate::scenes::Scenes;
use crate::to_wire;
use crate::view::Lens;
use crate::wire::{self, AgendaItem, AgendaRow, LaterDays, PutOff};

/// The rows of Today.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) overdue: Vec<AgendaRow>,
    pub(crate) today: Vec<AgendaRow>,
    pub(crate) week: Vec<AgendaRow>,
    pub(crate) put_off: Vec<AgendaItem>,
}

impl Scenes {
    /// What asks for attention in a dispute.
    pub(crate) fn agenda(&self, dispute: &Dispute) -> Agenda {
        agenda::agenda(&self.scene(dispute), self.on)
    }

    /// Days to which something can be put off.
    pub(crate) fn later(&self) -> LaterDays {
        let (pace, on) = (self.pace, self.on);
        LaterDays {
            next_day: to_wire::day(pace.next_business_day(on)),
            week: to_wire::day(pace.in_days(on, 7)),
            two_weeks: to_wire::day(pace.in_days(on, 14)),
            unanswered: to_wire::day(pace.second(on)),
        }
    }
}

impl Lens<'_> {
    /// All disputes on the agenda, by where they stand.
    pub(crate) fn rows(&self, scenes: &Scenes) -> Rows {
        let mut rows = Rows::default();
        for dispute in &scenes.disputes {
            let agenda = scenes.agenda(dispute);
            let item = |entry: &Entry| self.agenda_item(dispute, entry, scenes);
            rows.put_off.extend(agenda.put_off.iter().map(item));
            let (Some(section), Some(row)) =
                (agenda.section(self.on), self.row(dispute, &agenda, scenes))
            else {
                continue;
            };
            match section {
                Section::Overdue => rows.overdue.push(row),
                Section::Today => rows.today.push(row),
                Section::Week => rows.week.push(row),
            }
        }
        for rows in [&mut rows.overdue, &mut rows.today, &mut rows.week] {
            rows.sort_by(|one, other| earliest(one).cmp(&earliest(other)));
        }
        rows.put_off.sort_by(|one, other| until(one).cmp(&until(other)));
        rows
    }

    fn row(&self, dispute: &Dispute, agenda: &Agenda, scenes: &Scenes) -> Option<AgendaRow> {
        let item = |entry: &Entry| self.agenda_item(dispute, entry, scenes);
        let mut ahead = agenda.ahead.iter().filter(|entry| entry.section(self.on).is_some());
        Some(AgendaRow {
            dispute: Self::named(dispute),
            lead: item(ahead.next()?),
            rest: ahead.map(item).collect(),
            followed: agenda.followed.iter().map(item).collect(),
        })
    }

    /// The one thing that matters now in a dispute; nothing where nothing is planned or awaited.
    pub(crate) fn next(&self, dispute: &Dispute, scenes: &Scenes) -> Option<wire::DueItem> {
        let agenda = scenes.agenda(dispute);
        let lead = agenda.lead().filter(|lead| lead.due.kind != DueKind::Quiet)?;
        Some(self.due_item(dispute, &lead.due, scenes))
    }

    fn agenda_item(&self, dispute: &Dispute, of: &Entry, scenes: &Scenes) -> AgendaItem {
        let (mut followed_up, mut put_off) = (None, None);
        match of.standing {
            Standing::Asks | Standing::Coming => {}
            Standing::FollowedUp(day) => followed_up = Some(to_wire::day(day)),
            Standing::PutOff { by, until, or_answer } => {
                let until = to_wire::day(until);
                put_off = Some(PutOff { id: by.to_string(), until, or_answer });
            }
        }
        let remedy = match of.due.item {
            DueItem::Check { remedy, .. } => {
                dispute.remedies.iter().find(|known| known.id == remedy)
            }
            DueItem::Promise(_)
            | DueItem::NextStep(_)
            | DueItem::Letter(_)
            | DueItem::Clock(_)
            | DueItem::Quiet(_) => None,
        };
        AgendaItem {
            due: self.due_item(dispute, &of.due, scenes),
            by_cadence: of.by_cadence,
            in_touch: to_wire::day_option(of.in_touch),
            followed_up,
            put_off,
            letter: scenes.letter(of.due.item).map(|sent| sent.letter.to_string()),
            remedy: remedy.map(|remedy| self.remedy(dispute, remedy)),
        }
    }
}

/// What rows are ordered by: the day of whatever in them is furthest behind, then its time.
fn earliest(row: &AgendaRow) -> (&str, Option<&str>) {
    let all = std::iter::once(&row.lead).chain(&row.rest);
    let day = |item: &AgendaItem| -> (String, Option<String>) {
        (item.due.on.clone(), item.due.at.clone())
    };
    let first = all.min_by_key(|item| day(item)).unwrap_or(&row.lead);
    (&first.due.on, first.due.at.as_deref())
}

fn until(item: &AgendaItem) -> Option<&str> {
    item.put_off.as_ref().map(|it| it.until.as_str())
}
