//! holdfast-cli: the household's record without a window.
//!
//! Answers go to standard output, errors to standard error. The exit code is 0 when it was done, 1
//! when it was not, 2 when the command was used wrongly, and 3 when a part was done and the rest was
//! named and left out.
#![deny(clippy::print_stdout, clippy::print_stderr, reason = "everything is said by `out`")]

mod archives;
mod arguments;
mod backups;
mod deeds;
mod dossiers;
mod erase;
mod evidence;
mod household;
mod mail;
mod out;
mod passphrase;
mod place;
mod protection;
mod refund_lists;
mod search;
mod statements;
mod tables;
mod values;
mod words;

use std::path::Path;
use std::process::ExitCode;

use arguments::{Answer, Arguments, Command, Letter};
use clap::Parser;
use evidence::EvidenceCommand;
use holdfast_app::letters::answers::LetterAsk;
use holdfast_app::wire::AppError;
use holdfast_app::{App, calendar, files, household_file};
use serde::Serialize;

/// The exit code where something was done, and something else was named and left out.
const DONE_IN_PART: u8 = 3;

/// Why a command was not carried out, or not wholly.
enum Failure {
    /// The record said no.
    App(AppError),
    /// A file said no; the sentence says which and why.
    File(String),
    /// It was said already, line by line.
    Said,
    /// It was done but for what was said already, line by line.
    InPart,
}

impl Failure {
    /// How a command ends that takes several things in: whether any of them is there now, and whether
    /// any was left out, which has been said.
    fn of_parts(is_any_there: bool, is_any_left_out: bool) -> Result<(), Self> {
        match (is_any_left_out, is_any_there) {
            (false, _) => Ok(()),
            (true, true) => Err(Self::InPart),
            (true, false) => Err(Self::Said),
        }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

fn main() -> ExitCode {
    holdfast_app::guard::end_on_panic();
    let arguments = Arguments::parse();
    let sentence = match run(&arguments) {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::App(error)) => words::sentence(&error),
        Err(Failure::File(sentence)) => sentence,
        Err(Failure::Said) => return ExitCode::FAILURE,
        Err(Failure::InPart) => return ExitCode::from(DONE_IN_PART),
    };
    out::note(format!("holdfast-cli: {sentence}"));
    ExitCode::FAILURE
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Command::BusinessDay(wanted) = &arguments.command {
        let sum = calendar::business_day(wanted.from, wanted.days, &wanted.region)?;
        return if wanted.json { out::json(&sum) } else { out::answer(tables::business_day(&sum)) };
    }
    let place = arguments.place().map_err(Failure::File)?;
    match &arguments.command {
        // A record that cannot be opened, or is gone, can still be had from a backup.
        Command::Backups { json } => return backups::list(&place, *json),
        Command::Restore(wanted) => return backups::restore(&place, wanted),
        // So can one whose file of originals is damaged.
        Command::Evidence(EvidenceCommand::Repair { from }) => {
            return evidence::repair(&place, from.as_deref());
        }
        // These may begin a record where there is none.
        Command::Import(wanted) => return household::import(&place, wanted),
        Command::ImportRefunds(wanted) => return refund_lists::import(&place, wanted),
        Command::ImportArchive(wanted) => return archives::import(&place, wanted),
        // Nobody has a record open while its files are made anew.
        Command::Encrypt(wanted) => return protection::encrypt(&place, wanted),
        Command::Decrypt => return protection::decrypt(&place),
        Command::Passphrase(wanted) => return protection::change(&place, wanted),
        Command::RecoveryCode(wanted) => return protection::new_code(&place, wanted),
        // The file is read before the record is opened, so that a wrong name does nothing to it.
        Command::ImportStatement(wanted) => {
            let file = files::read(&wanted.file)?;
            let app = place.open()?;
            app.back_up()?;
            return statements::import(&app, wanted, &file);
        }
        Command::Export { .. }
        | Command::ExportArchive { .. }
        | Command::ExportFolder { .. }
        | Command::Owed { .. }
        | Command::Due(_)
        | Command::Remedies(_)
        | Command::People { .. }
        | Command::Disputes(_)
        | Command::Dossier(_)
        | Command::Editions(_)
        | Command::Letters(_)
        | Command::Letter(_)
        | Command::Clocks { .. }
        | Command::Matches { .. }
        | Command::Confirm(_)
        | Command::BusinessDay(_)
        | Command::Calendar { .. }
        | Command::Evidence(_)
        | Command::ImportMail(_)
        | Command::Search(_)
        | Command::Backup { .. }
        | Command::Erase(_)
        | Command::EraseOriginal(_)
        | Command::Verify => {}
    }
    let app = place.open()?;
    with_record(&app, &arguments.command).map_err(|failure| match failure {
        // Damage may lie where opening does not look.
        Failure::App(error) => Failure::App(app.explained(error)),
        other @ (Failure::File(_) | Failure::Said | Failure::InPart) => other,
    })
}

/// Does what needs a record that is there.
fn with_record(app: &App, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Export { file } => {
            files::write_bytes(file, app.export_household()?.as_bytes())?;
            out::note(format!("note: {}", household_file::LEFT_OUT));
            Ok(())
        }
        Command::ExportArchive { file, seal } => archives::export(app, file, seal),
        Command::ExportFolder { folder } => archives::folder(app, folder),
        Command::Owed { answer, all } => {
            let table = if *all { tables::owed_all } else { tables::owed };
            print(answer, &app.owed_answer(answer.on)?, table)
        }
        Command::Due(how) => print(how, &app.due_answer(how.on)?, tables::due),
        Command::Remedies(how) => print(how, &app.remedies_answer(how.on)?, tables::remedies),
        Command::People { to_thank: true, answer } => {
            print(answer, &app.to_thank_answer(answer.on)?, tables::to_thank)
        }
        Command::People { to_thank: false, answer } => {
            print(answer, &app.people_answer()?, tables::people)
        }
        Command::Disputes(how) => print(how, &app.disputes_answer(how.on)?, tables::disputes),
        Command::Dossier(wanted) => dossiers::print(app, wanted),
        Command::Editions(wanted) => dossiers::editions(app, wanted),
        Command::Letters(how) => print(how, &app.letters_answer(how.on)?, tables::letters),
        Command::Letter(wanted) => letter(app, wanted),
        Command::Clocks { dispute, answer } => {
            print(answer, &app.clocks_answer(dispute, answer.on)?, tables::clocks)
        }
        Command::ImportMail(wanted) => {
            app.back_up()?;
            mail::import(app, wanted)
        }
        Command::Matches { json } => statements::matches(app, *json),
        Command::Confirm(wanted) => statements::confirm(app, wanted),
        Command::Calendar { to } => calendar_file(app, to),
        Command::Verify => {
            note_unnamed(app)?;
            findings(app, &app.verify()?, "the record and its originals are")
        }
        Command::Evidence(command) => evidence::run(app, command),
        Command::Search(wanted) => search::search(app, wanted),
        Command::Backup { to } => backups::make(app, to.as_deref()),
        Command::Erase(wanted) => erase::words(app, wanted),
        Command::EraseOriginal(wanted) => erase::original(app, wanted),
        // These were done before a record was opened.
        Command::BusinessDay(_)
        | Command::Backups { .. }
        | Command::Restore(_)
        | Command::Encrypt(_)
        | Command::Decrypt
        | Command::Passphrase(_)
        | Command::RecoveryCode(_)
        | Command::Import(_)
        | Command::ImportArchive(_)
        | Command::ImportRefunds(_)
        | Command::ImportStatement(_) => Ok(()),
    }
}

/// Writes the calendar file and says how much is in it.
fn calendar_file(app: &App, to: &Path) -> Result<(), Failure> {
    let file = app.calendar_file()?;
    files::write_bytes(to, file.text.as_bytes())?;
    out::answer(match file.entries {
        0 => format!("{}: nothing is undone, so it is empty", to.display()),
        some => format!("{}: {}", to.display(), out::counted(some, "entry", "entries")),
    })
}

/// Writes a letter and says line by line what it lacks; or says that alone, as JSON.
fn letter(app: &App, wanted: &Letter) -> Result<(), Failure> {
    let ask = LetterAsk {
        dispute: &wanted.dispute,
        kind: wanted.kind.into(),
        to: wanted.to.as_deref(),
        from: wanted.from.as_deref(),
        reply_by: wanted.reply_by,
        on: wanted.on,
    };
    if let Some(out) = &wanted.out {
        let (bytes, points) = app.letter_answer(&ask, out.format)?;
        files::write_bytes(&out.path, &bytes)?;
        for point in &points {
            let weight = if point.refuse { "missing" } else { "better with" };
            out::note(format!("{weight}: {}", App::point_words(point)));
        }
        if !wanted.check {
            out::answer(out.path.display())?;
        }
    }
    if !wanted.check {
        return Ok(());
    }
    let check = app.letter_check(&ask)?;
    out::json(&check)?;
    if check.complete { Ok(()) } else { Err(Failure::Said) }
}

/// Says how many originals lie in the store that nothing names. It is no fault.
fn note_unnamed(app: &App) -> Result<(), Failure> {
    if let Some(said) = app.unnamed_originals()? {
        out::note(format!("note: {said}"));
    }
    Ok(())
}

/// Says what does not add up and what can be done about lost files, or that all is sound.
fn findings(app: &App, findings: &[String], what: &str) -> Result<(), Failure> {
    if findings.is_empty() {
        out::answer(format!("{what} sound"))?;
        return Ok(());
    }
    findings.iter().for_each(out::note);
    if !app.read_files_again()?.is_empty() {
        out::note(evidence::HAD_AGAIN);
    }
    Err(Failure::Said)
}

fn print<T: Serialize>(how: &Answer, answer: &T, table: fn(&T) -> String) -> Result<(), Failure> {
    if how.json { out::json(answer) } else { out::answer(table(answer)) }
}
