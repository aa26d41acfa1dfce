//! The rules of the domain as tables of cases.

mod agendas;
mod balances;
mod briefings;
mod build;
mod business_days;
mod cadences;
mod clocks;
mod days;
mod dues;
mod fitting;
mod identities;
mod kept;
mod ladders;
mod letters;
mod lives;
mod money;
mod offers;
mod people;
mod promises;
mod remedies;
mod statements;
mod states;
mod sums;
mod texts;
mod times;
mod words;
