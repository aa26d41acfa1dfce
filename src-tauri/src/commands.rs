//! What the window may call. A command takes its arguments, calls one use case and hands back what
//! it says; nothing is decided here.

mod agenda;
mod backups;
mod boards;
mod calendar;
mod clocks;
mod dossiers;
mod edits;
mod erase;
mod evidence;
mod files;
mod handover;
mod issues;
mod journal;
mod letters;
mod mail;
mod protection;
mod refund_lists;
mod search;
mod sheets;
mod statements;
mod typing;
mod wronged;

pub(crate) use agenda::*;
pub(crate) use backups::*;
pub(crate) use boards::*;
pub(crate) use calendar::*;
pub(crate) use clocks::*;
pub(crate) use dossiers::*;
pub(crate) use edits::*;
pub(crate) use erase::*;
pub(crate) use evidence::*;
pub(crate) use files::*;
pub(crate) use handover::*;
pub(crate) use issues::*;
pub(crate) use journal::*;
pub(crate) use letters::*;
pub(crate) use mail::*;
pub(crate) use protection::*;
pub(crate) use refund_lists::*;
pub(crate) use search::*;
pub(crate) use sheets::*;
pub(crate) use statements::*;
pub(crate) use typing::*;
pub(crate) use wronged::*;

use tauri::State;

use crate::desk::Desk;

/// The record that lies open.
type Open<'a> = State<'a, Desk>;
/// What a use case says.
type Answer<T> = Result<T, holdfast_app::wire::AppError>;
