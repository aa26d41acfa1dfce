//! What typed sums, days and times are understood as, so that a form can show it at once.

use holdfast_domain::{Currency, typed};

use crate::error::typed_problem;
use crate::wire::{UnderstoodDay, UnderstoodMoney};
use crate::{App, to_wire};

impl App {
    /// A sum as people type it. `currency` is taken where the text names none; `locale` (a BCP 47
    /// tag) decides what is ambiguous.
    pub fn understand_money(
        &self,
        text: &str,
        currency: Option<&str>,
        locale: &str,
    ) -> UnderstoodMoney {
        let default = currency.and_then(|code| Currency::from_code(code).ok());
        match typed::money(text, default, locale) {
            Ok(money) => UnderstoodMoney { money: Some(to_wire::money(money)), problem: None },
            Err(error) => {
                UnderstoodMoney { money: None, problem: Some(typed_problem("amount", &error)) }
            }
        }
    }

    /// A day as people type it.
    pub fn understand_day(&self, text: &str, locale: &str) -> UnderstoodDay {
        match typed::day(text, self.today_day(), locale) {
            Ok(day) => UnderstoodDay { day: Some(to_wire::day(day)), problem: None },
            Err(error) => UnderstoodDay { day: None, problem: Some(typed_problem("day", &error)) },
        }
    }

    /// A time of day as people type it, as `HH:MM`.
    pub fn understand_time(&self, text: &str) -> Option<String> {
        typed::time(text).ok().map(|time| time.format("%H:%M").to_string())
    }
}
