//! The commands as scripts call them: what they are answered, and how they learn that something failed.
#![allow(missing_docs, reason = "tests say what they show in their names")]

mod archives;
mod backups;
mod dossiers;
mod erase;
mod evidence;
mod import_mail;
mod import_refunds;
mod protection;
mod record;
mod support;
