//! The rules of the domain as tables of cases.

mod balances;
mod build;
mod business_days;
mod days;
mod dues;
mod fitting;
mod identities;
mod kept;
mod letters;
mod money;
mod people;
mod promises;
mod remedies;
mod statements;
mod states;
mod sums;
mod texts;
mod times;
mod words;
