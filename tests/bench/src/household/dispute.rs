//! One dispute of the large household with everything that belongs to one.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{LONGEST_TITLE, PEOPLE_OF_A_VENDOR, RARE_WORD, VENDORS, phrases, today};
use holdfast_dice::Dice;

/// What the parts of a dispute have to agree on.
struct Plot {
    dice: Dice,
    opened_on: NaiveDate,
    /// How many days it has gone on.
    days: usize,
    /// The vendors in it, the one that caused it first.
    vendors: Vec<usize>,
    currency: &'static str,
    claims: usize,
}

/// The dispute of that number with so many events.
pub(super) fn dispute(at: usize, events: usize) -> Value {
    let mut plot = Plot::new(at);
    let closed = at % 4 == 3;
    let mut dispute = json!({
        "key": format!("d{at}"),
        "title": title(at),
        "goal": format!("{} {} back, and the matter closed in writing", sum(&mut plot.dice), plot.currency),
        "opened_on": plot.day(0),
        "lead": format!("m{}", at % phrases::MEMBERS.len()),
        "subject": {
            "what": format!("{} and {}", plot.dice.pick(phrases::THINGS), plot.dice.pick(phrases::THINGS)),
            "bought_on": (plot.opened_on - Days::new(30)).to_string(),
            "where": "the branch in Harbour Road",
            "price": "1840.00",
            "currency": plot.currency,
            "order": format!("FH-{at:05}"),
        },
        "effect": "Two days of leave, and a winter of cooking on a camping stove",
        "parties": plot.parties(),
        "claims": plot.claims(),
        "events": plot.events(at, events),
        "promises": plot.promises(closed),
        "offers": plot.offers(),
        "rungs": plot.rungs(),
        "advocates": plot.advocates(),
        "remedies": plot.remedies(),
        "next_steps": plot.next_steps(),
    });
    if closed {
        dispute["closed_on"] = json!(plot.day(plot.days));
        dispute["closed_as"] = json!(["settled", "accepted_less", "dropped"][at / 4 % 3]);
    }
    dispute
}

fn title(at: usize) -> String {
    if at == 0 {
        return LONGEST_TITLE.to_owned();
    }
    format!("{}, no. {at}", phrases::MATTERS[at % phrases::MATTERS.len()])
}

fn sum(dice: &mut Dice) -> String {
    format!("{}.{:02}", dice.between(3, 2_400), dice.below(100))
}

impl Plot {
    fn new(at: usize) -> Self {
        let mut dice = Dice::new(at as u64);
        let days = if at == 0 { 900 } else { dice.between(40, 600) };
        let until = if at == 0 { 1 } else { dice.between(1, 300) };
        let opened_on = today() - Days::new((days + until) as u64);
        let vendors = if at == 0 {
            vec![0, 1, 2]
        } else {
            let first = dice.below(VENDORS);
            (0..dice.between(1, 4)).map(|next| (first + next * 11) % VENDORS).collect()
        };
        let currency = ["USD", "EUR", "USD", "GBP"][at % 4];
        let claims = dice.between(1, 4);
        Self { dice, opened_on, days, vendors, currency, claims }
    }

    /// A day of the dispute, as counted from its beginning.
    fn day(&self, after: usize) -> String {
        self.date(after).to_string()
    }

    fn date(&self, after: usize) -> NaiveDate {
        self.opened_on + Days::new(after as u64)
    }

    fn some_day(&mut self) -> String {
        let after = self.dice.below(self.days);
        self.day(after)
    }

    fn vendor(&mut self) -> usize {
        self.vendors[self.dice.below(self.vendors.len())]
    }

    /// A person at one of the vendors.
    fn person(&mut self) -> String {
        format!("c{}", self.vendor() * PEOPLE_OF_A_VENDOR + self.dice.below(PEOPLE_OF_A_VENDOR))
    }

    fn parties(&self) -> Vec<Value> {
        let roles = [&["caused_it", "must_remedy"][..], &["holds_the_money"], &["can_compel"]];
        let vendors = self.vendors.iter().enumerate();
        vendors
            .map(|(at, vendor)| {
                let reference = format!("REF-{vendor:02}-{}", self.opened_on.format("%y%j"));
                json!({ "vendor": format!("v{vendor}"), "roles": roles[at], "reference": reference })
            })
            .collect()
    }

    fn claims(&mut self) -> Vec<Value> {
        (0..self.claims)
            .map(|at| {
                let arose = self.dice.below(self.days / 2);
                let vendor = self.vendor();
                let movements: Vec<Value> = (0..self.dice.below(3)).map(|_| self.movement()).collect();
                json!({
                    "key": format!("k{at}"),
                    "vendor": format!("v{vendor}"),
                    "amount": format!("{}.{:02}", self.dice.between(400, 5_000), self.dice.below(100)),
                    "currency": self.currency,
                    "for": format!("The price of {}", self.dice.pick(phrases::THINGS)),
                    "arose_on": self.day(arose),
                    "due_on": self.day(arose + 30),
                    "because_of": format!("e{}", at * 3),
                    "movements": movements,
                })
            })
            .collect()
    }

    fn movement(&mut self) -> Value {
        let kinds = ["received", "credited", "provisional_credit", "waived", "reversed"];
        let on = self.dice.between(self.days / 2, self.days);
        json!({
            "kind": self.dice.pick(&kinds),
            "amount": format!("{}.{:02}", self.dice.between(1, 120), self.dice.below(100)),
            "on": self.day(on),
            "reference": format!("CR-{}", self.dice.below(100_000)),
        })
    }

    fn events(&mut self, dispute: usize, count: usize) -> Vec<Value> {
        (0..count).map(|at| self.event(dispute, at, count)).collect()
    }

    fn event(&mut self, dispute: usize, at: usize, count: usize) -> Value {
        let channels = ["phone", "phone", "phone", "email", "email", "letter", "chat", "visit"];
        let channel = self.dice.pick(&channels);
        let day = self.day(at * self.days / count);
        let mut facts: Vec<Value> = (0..self.dice.between(1, 3)).map(|_| self.fact()).collect();
        if dispute == 90 && at == 45 {
            let text = format!("The barometer was broken and the {RARE_WORD} was on the floor.");
            facts.push(json!({ "text": text }));
        }
        let (hour, minute) = (self.dice.between(8, 18), self.dice.below(60));
        let mut event = json!({
            "key": format!("e{at}"),
            "at": format!("{day}T{hour:02}:{minute:02}:00-04:00"),
            "channel": channel,
            "direction": if self.dice.percent(60) { "out" } else { "in" },
            "facts": facts,
        });
        if self.dice.percent(70) {
            event["contacts"] = json!([self.person()]);
        } else {
            event["vendor"] = json!(format!("v{}", self.vendor()));
        }
        if channel == "phone" {
            event["answered"] = json!(self.dice.percent(60));
            event["waited_minutes"] = json!(self.dice.below(50));
            event["minutes"] = json!(self.dice.below(40));
        }
        if self.dice.percent(15) {
            event["note"] = json!(self.dice.pick(phrases::NOTES));
        }
        event
    }

    fn fact(&mut self) -> Value {
        let person = phrases::FIRST_NAMES[self.dice.below(7)];
        let text = self
            .dice
            .pick(phrases::FACTS)
            .replace("{n}", &self.dice.between(2, 90).to_string())
            .replace("{s}", &format!("{} {}", sum(&mut self.dice), self.currency))
            .replace("{p}", person)
            .replace("{w}", self.dice.pick(phrases::THINGS));
        let status = ["undisputed", "undisputed", "undisputed", "disputed", "unsure"];
        json!({ "text": text, "status": self.dice.pick(&status) })
    }

    fn promises(&mut self, closed: bool) -> Vec<Value> {
        (0..self.dice.below(5))
            .map(|_| {
                let made = self.dice.below(self.days);
                let mut promise = json!({
                    "by": self.person(),
                    "made_on": self.day(made),
                    "what": format!("{} is looked at again", self.dice.pick(phrases::THINGS)),
                    "due_on": self.day(made + 14),
                });
                if closed || self.dice.percent(70) {
                    promise["outcome"] = json!(self.dice.pick(&["kept", "broken", "withdrawn"]));
                    promise["outcome_on"] = json!(self.day(made + 10));
                }
                promise
            })
            .collect()
    }

    fn offers(&mut self) -> Vec<Value> {
        (0..self.dice.below(3))
            .map(|_| {
                json!({
                    "by": self.person(),
                    "on": self.some_day(),
                    "terms": "A voucher, to be used within a year",
                    "amount": sum(&mut self.dice),
                    "currency": self.currency,
                })
            })
            .collect()
    }

    fn rungs(&mut self) -> Vec<Value> {
        (0..self.dice.below(4))
            .map(|_| {
                json!({
                    "contact": self.person(),
                    "reached_on": self.some_day(),
                    "reason": "Two promises in a row were not kept",
                })
            })
            .collect()
    }

    fn advocates(&mut self) -> Vec<Value> {
        (0..self.dice.below(3))
            .map(|_| {
                let helped = self.dice.below(self.days);
                let mut help = json!({
                    "contact": self.person(),
                    "on": self.day(helped),
                    "did": "Read the whole file while we waited",
                });
                if self.dice.percent(60) {
                    help["thanked_on"] = json!(self.day(helped + 1));
                }
                help
            })
            .collect()
    }

    fn remedies(&mut self) -> Vec<Value> {
        (0..self.dice.below(3)).map(|_| self.remedy()).collect()
    }

    fn remedy(&mut self) -> Value {
        let agreed = self.dice.below(self.days);
        let kinds = ["refund", "credit", "waiver", "replacement", "repair", "policy_exception"];
        let mut remedy = json!({
            "kind": self.dice.pick(&kinds),
            "by": self.person(),
            "agreed_on": self.day(agreed),
            "what": format!("{} is put right at no cost to us", self.dice.pick(phrases::THINGS)),
            "caveat": "Only if nothing further is claimed for the same month",
            "claim": format!("k{}", self.dice.below(self.claims)),
            "expected_by": self.day(agreed + 21),
        });
        if self.dice.percent(70) {
            remedy["delivered_on"] = json!(self.day(agreed + 18));
            let results = ["holds", "holds", "does_not_hold", "unclear"];
            let checks = (0..self.dice.between(1, 4)).map(|at| {
                let due = agreed + 40 + at * 30;
                if at < 2 && self.date(due) < today() {
                    let result = self.dice.pick(&results);
                    json!({ "due_on": self.day(due), "done_on": self.day(due), "result": result })
                } else {
                    json!({ "due_on": self.day(due) })
                }
            });
            remedy["checks"] = json!(checks.collect::<Vec<_>>());
        }
        remedy
    }

    fn next_steps(&mut self) -> Vec<Value> {
        (0..self.dice.below(4))
            .map(|_| {
                let on = self.dice.below(self.days + 60);
                let mut step = json!({
                    "on": self.day(on),
                    "what": format!("Call about {}", self.dice.pick(phrases::THINGS)),
                    "channel": "phone",
                    "contact": self.person(),
                });
                if self.date(on) < today() && self.dice.percent(80) {
                    step["done_on"] = json!(self.day(on));
                }
                step
            })
            .collect()
    }
}
