//! What a person does, in the real window.

mod backups;
mod bank;
mod calls;
mod erasing;
mod evidence;
mod foreign;
mod history;
mod hostile;
mod letters;
mod network;
mod opening;
mod printed;
mod protection;
mod record;
mod refunds;
mod sheet;
mod staying;
mod story;
