//! What stood in a field, as people read it.

use std::collections::HashMap;

use holdfast_domain::{Currency, Money};
use holdfast_store::{FieldValue, Noun, Reader, Record, StoreError};
use uuid::Uuid;

use super::fields::Form;
use super::past::{Differing, State, value};
use crate::clocks::rule;
use crate::to_wire;
use crate::wire::{FieldChange, FieldSaid, NamedRecord};

/// Reads fields, and keeps the names that it has looked up.
pub(super) struct Words<'a> {
    reader: &'a Reader,
    names: HashMap<Record, String>,
}

impl<'a> Words<'a> {
    pub(super) fn new(reader: &'a Reader) -> Self {
        Self { reader, names: HashMap::new() }
    }

    /// What differs, in words. `of` is the record whose history it is.
    pub(super) fn change(
        &mut self,
        differing: &Differing,
        of: Record,
        (from, to): (&State<'_>, &State<'_>),
    ) -> Result<FieldChange, StoreError> {
        let record = differing.record;
        let part = if record == of {
            None
        } else {
            let (noun, id) = (record.noun().into(), record.uuid().to_string());
            Some(NamedRecord { noun, id, name: self.name(record)? })
        };
        Ok(FieldChange {
            part,
            field: differing.field,
            from: self.said(differing, differing.there.0, from)?,
            to: self.said(differing, differing.there.1, to)?,
        })
    }

    /// The words by which a person knows a record, in the bin or out of it.
    pub(super) fn name(&mut self, record: Record) -> Result<String, StoreError> {
        if let Some(name) = self.names.get(&record) {
            return Ok(name.clone());
        }
        let name = self.reader.label(record)?.unwrap_or_default();
        self.names.insert(record, name.clone());
        Ok(name)
    }

    fn said(
        &mut self,
        of: &Differing,
        there: bool,
        state: &State<'_>,
    ) -> Result<FieldSaid, StoreError> {
        let here = value(state, of.record, of.column);
        let Some(form) = of.form else {
            return Ok(FieldSaid::YesNo { yes: *here != FieldValue::None });
        };
        match here {
            FieldValue::None => Ok(FieldSaid::Nothing),
            FieldValue::Number(_) | FieldValue::Text(_) if !there => Ok(FieldSaid::Nothing),
            FieldValue::Number(number) => {
                let currency = if let Form::Sum(column) = form {
                    value(state, of.record, column)
                } else {
                    &FieldValue::None
                };
                Ok(number_said(form, *number, currency))
            }
            FieldValue::Text(text) => self.text_said(form, text),
        }
    }

    fn text_said(&mut self, form: Form, text: &str) -> Result<FieldSaid, StoreError> {
        let text = || text.to_owned();
        Ok(match form {
            Form::When => FieldSaid::When { at: text() },
            Form::Time => FieldSaid::Time { time: text().chars().take(5).collect() },
            Form::Word(vocabulary) => FieldSaid::Word { vocabulary, word: text() },
            Form::Record(noun) => self.named(noun, &text())?,
            Form::Rule => {
                let rule = rule(&text());
                FieldSaid::Name { name: rule.map_or_else(text, |rule| rule.name.clone()) }
            }
            Form::Lines | Form::Records(_) => {
                let whole = text();
                let lines = whole.split('\n').filter(|line| !line.is_empty());
                let items = lines.map(|line| match form {
                    Form::Records(noun) => self.named(noun, line),
                    Form::Text
                    | Form::Lines
                    | Form::When
                    | Form::Time
                    | Form::Number
                    | Form::Minutes
                    | Form::Bytes
                    | Form::YesNo
                    | Form::Sum(_)
                    | Form::Word(_)
                    | Form::Record(_)
                    | Form::Rule => Ok(FieldSaid::Text { text: line.to_owned() }),
                });
                let items: Vec<FieldSaid> = items.collect::<Result<_, StoreError>>()?;
                if items.is_empty() { FieldSaid::Nothing } else { FieldSaid::List { items } }
            }
            Form::Text
            | Form::Number
            | Form::Minutes
            | Form::Bytes
            | Form::YesNo
            | Form::Sum(_) => FieldSaid::Text { text: text() },
        })
    }

    fn named(&mut self, noun: Noun, id: &str) -> Result<FieldSaid, StoreError> {
        let name = match Uuid::parse_str(id) {
            Ok(id) => self.name(noun.record(id))?,
            Err(_) => String::new(),
        };
        Ok(FieldSaid::Name { name })
    }
}

fn number_said(form: Form, number: i64, currency: &FieldValue) -> FieldSaid {
    let small = u32::try_from(number);
    match (form, small) {
        (Form::YesNo, _) => FieldSaid::YesNo { yes: number != 0 },
        (Form::Minutes, Ok(minutes)) => FieldSaid::Minutes { minutes },
        (Form::Bytes, Ok(bytes)) => FieldSaid::Bytes { bytes },
        (Form::Sum(_), _) => match sum(number, currency) {
            Some(money) => FieldSaid::Sum { money: to_wire::money(money) },
            None => FieldSaid::Number { number: number.to_string() },
        },
        (_, _) => FieldSaid::Number { number: number.to_string() },
    }
}

fn sum(minor: i64, currency: &FieldValue) -> Option<Money> {
    let FieldValue::Text(code) = currency else { return None };
    Money::new(minor, Currency::from_code(code).ok()?).ok()
}
