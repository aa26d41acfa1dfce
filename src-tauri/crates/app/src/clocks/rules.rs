//! The table of time limits: `data/clocks.toml`, read once.

use std::str::FromStr;
use std::sync::LazyLock;

use holdfast_domain::calendar::Region;
use holdfast_domain::{ClockRule, Limit, NaiveDate, Pause, Way};
use serde::Deserialize;

static RULES: LazyLock<Vec<ClockRule>> =
    LazyLock::new(|| read(include_str!("../../data/clocks.toml")).expect("the table is sound"));

/// Every rule, in the order of the table.
pub(crate) fn rules() -> &'static [ClockRule] {
    &RULES
}

/// The rule of that code.
pub(crate) fn rule(code: &str) -> Option<&'static ClockRule> {
    RULES.iter().find(|rule| rule.code == code)
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    clock: Vec<Row>,
}

/// A row as it is written; the head of the table says what the columns mean.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    name: String,
    jurisdiction: String,
    addressee: String,
    holder: String,
    trigger: String,
    reckoning: String,
    count: Option<u32>,
    unit: Option<String>,
    #[serde(default)]
    day_one: bool,
    holidays: Option<String>,
    #[serde(default)]
    next_business_day: bool,
    pauses: Option<String>,
    pause: Option<String>,
    pause_days_left: Option<u32>,
    way: Option<String>,
    #[serde(default)]
    bodies: Vec<String>,
    extends: Option<String>,
    channel: Option<String>,
    note: Option<String>,
    source: String,
    confidence: String,
    checked_on: String,
    vendor_kinds: Vec<String>,
    occasion: Option<String>,
    holds_from: Option<String>,
    holds_until: Option<String>,
}

fn read(text: &str) -> Result<Vec<ClockRule>, String> {
    let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
    written.clock.into_iter().map(Row::rule).collect()
}

impl Row {
    fn rule(self) -> Result<ClockRule, String> {
        let (limit, way) = (self.limit()?, self.way()?);
        Ok(ClockRule {
            holder: word(&self.code, &self.holder)?,
            reckoning: word(&self.code, &self.reckoning)?,
            limit,
            way,
            confidence: word(&self.code, &self.confidence)?,
            checked_on: word(&self.code, &self.checked_on)?,
            vendor_kinds: self
                .vendor_kinds
                .iter()
                .map(|kind| word(&self.code, kind))
                .collect::<Result<_, _>>()?,
            occasion: option(&self.code, self.occasion.as_deref())?,
            holds_from: option::<NaiveDate>(&self.code, self.holds_from.as_deref())?,
            holds_until: option::<NaiveDate>(&self.code, self.holds_until.as_deref())?,
            code: self.code,
            name: self.name,
            jurisdiction: self.jurisdiction,
            addressee: self.addressee,
            trigger: self.trigger,
            pauses: self.pauses,
            channel: self.channel,
            note: self.note,
            source: self.source,
        })
    }

    fn limit(&self) -> Result<Option<Limit>, String> {
        let (Some(count), Some(unit)) = (self.count, self.unit.as_deref()) else { return Ok(None) };
        let holidays = self.holidays.as_deref().map(|text| {
            Region::parse(text).ok_or_else(|| format!("{}: no region {text}", self.code))
        });
        Ok(Some(Limit {
            count,
            unit: word(&self.code, unit)?,
            trigger_day_counts: self.day_one,
            holidays: holidays.transpose()?,
            moves_to_business_day: self.next_business_day,
            pause: self.pause()?,
        }))
    }

    fn pause(&self) -> Result<Option<Pause>, String> {
        let Some(of) = option(&self.code, self.pause.as_deref())? else { return Ok(None) };
        Ok(Some(Pause { of, days_left: self.pause_days_left.unwrap_or_default() }))
    }

    fn way(&self) -> Result<Option<Way>, String> {
        let Some(name) = self.way.clone() else { return Ok(None) };
        let bodies = self.bodies.iter().map(|kind| word(&self.code, kind));
        let bodies = bodies.collect::<Result<_, _>>()?;
        Ok(Some(Way { name, bodies, extends: self.extends.clone() }))
    }
}

/// A word of a table in `data`, or the sentence that it is none, with the row in which it stands.
pub(crate) fn word<T: FromStr<Err: std::fmt::Display>>(
    code: &str,
    text: &str,
) -> Result<T, String> {
    text.parse().map_err(|error| format!("{code}: {error}"))
}

fn option<T: FromStr<Err: std::fmt::Display>>(
    code: &str,
    text: Option<&str>,
) -> Result<Option<T>, String> {
    text.map(|text| word(code, text)).transpose()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use holdfast_domain::{ClockHolder, Confidence, LimitUnit};

    use super::*;

    #[test]
    fn the_table_is_sound() {
        let rules = read(include_str!("../../data/clocks.toml")).expect("it is read");
        let codes: BTreeSet<_> = rules.iter().map(|rule| rule.code.as_str()).collect();
        assert_eq!(codes.len(), rules.len(), "records refer to a rule by its code");
        for rule in &rules {
            let code = &rule.code;
            assert!(!rule.source.is_empty(), "{code} says where it stands");
            let place = rule.jurisdiction.as_str();
            let known = matches!(place, "EU" | "*") || Region::parse(place).is_some();
            assert!(known, "{code} holds in {place}");
            let business = rule.limit.is_some_and(|it| it.unit == LimitUnit::BusinessDays);
            let us = place == "US";
            let named = rule.limit.is_some_and(|it| it.holidays.is_some());
            assert!(!business || !us || named, "{code}: federal rules leave out federal holidays");
            assert!(rule.way.is_none() || rule.holder == ClockHolder::Household, "{code}: our way");
            let extended = rule.way.as_ref().and_then(|way| way.extends.as_deref());
            assert!(extended.is_none_or(|it| codes.contains(it)), "{code} outlasts a known rule");
            let pauses = rule.limit.is_some_and(|it| it.pause.is_some());
            assert!(!pauses || rule.pauses.is_some(), "{code}: what is counted is said in words");
        }
        let off = rules.iter().filter(|rule| rule.confidence == Confidence::C).count();
        assert_eq!(off, 4, "what others say of a rule is switched off");
    }
}
