//! The use cases on real files: what a person does, and what the record says of it afterwards.
#![allow(missing_docs, reason = "tests say what they show in their names")]

mod archives;
mod backups;
mod calendar;
mod calendar_file;
mod calls;
mod clocks;
mod disputes;
mod dossiers;
mod elsewhere;
mod erase;
mod evidence;
mod files;
mod hostile;
mod issues;
mod journal;
mod letter_desk;
mod letters;
mod mails;
mod matches;
mod offers;
mod plain_folder;
mod refund_lists;
mod refusals;
mod remedies;
mod reminders;
mod sample;
mod search;
mod sheets;
mod statements;
mod support;
mod time_zones;
mod today;
mod undo;
mod vendors;
mod wronged;
