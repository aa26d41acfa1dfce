//! holdfast-cli: the household's record without a window.
//!
//! Answers go to standard output, errors to standard error. The exit code is 0 when it was done, 1
//! when it was not, and 2 when the command was used wrongly.

mod arguments;
mod dossiers;
mod evidence;
mod mail;
mod refund_lists;
mod search;
mod statements;
mod tables;
mod words;

use std::process::ExitCode;

use arguments::{Answer, Arguments, Command, Letter};
use clap::Parser;
use holdfast_app::letters::answers::LetterAsk;
use holdfast_app::wire::AppError;
use holdfast_app::{App, Clock, calendar, files, household_file};
use serde::Serialize;

/// Why a command was not carried out.
enum Failure {
    /// The record said no.
    App(AppError),
    /// A file said no; the sentence says which and why.
    File(String),
    /// It was said already, line by line.
    Said,
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
    };
    eprintln!("holdfast-cli: {sentence}");
    ExitCode::FAILURE
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Command::BusinessDay(wanted) = &arguments.command {
        let sum = calendar::business_day(wanted.from, wanted.days, &wanted.region)?;
        if wanted.json {
            return print_json(&sum);
        }
        println!("{}", tables::business_day(&sum));
        return Ok(());
    }
    let path = arguments.store().map_err(Failure::File)?;
    let makes_a_store = matches!(arguments.command, Command::Import { .. });
    if !makes_a_store && !path.exists() {
        return Err(Failure::File(format!(
            "there is no record at {}. Name another with --store, or bring one in with import.",
            path.display()
        )));
    }
    // The file is read before the store is opened, so that a wrong name makes no empty store.
    let import = match &arguments.command {
        Command::Import { file } => Some(files::read(file)?),
        Command::ImportStatement(wanted) => Some(files::read(&wanted.file)?),
        Command::ImportRefunds(wanted) => Some(files::read(&wanted.file)?),
        Command::Export { .. }
        | Command::Owed(_)
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
        | Command::Verify => None,
    };
    let app = App::open(&path, Clock::System)?;
    match &arguments.command {
        Command::Import { .. } => {
            app.back_up()?;
            take_in(&app, &import.unwrap_or_default())
        }
        Command::Export { file } => {
            files::write_bytes(file, app.export_household()?.as_bytes())?;
            eprintln!("note: {}", household_file::LEFT_OUT);
            Ok(())
        }
        Command::Owed(how) => print(how, &app.owed_answer(how.on)?, tables::owed),
        Command::Due(how) => print(how, &app.due_answer(how.on)?, tables::due),
        Command::Remedies(how) => print(how, &app.remedies_answer(how.on)?, tables::remedies),
        Command::People { answer, .. } => {
            print(answer, &app.to_thank_answer(answer.on)?, tables::to_thank)
        }
        Command::Disputes(how) => print(how, &app.disputes_answer(how.on)?, tables::disputes),
        Command::Dossier(wanted) => dossiers::print(&app, wanted),
        Command::Editions(wanted) => dossiers::editions(&app, wanted),
        Command::Letters(how) => print(how, &app.letters_answer(how.on)?, tables::letters),
        Command::Letter(wanted) => letter(&app, wanted),
        Command::Clocks { dispute, answer } => {
            print(answer, &app.clocks_answer(dispute, answer.on)?, tables::clocks)
        }
        Command::ImportStatement(wanted) => {
            app.back_up()?;
            statements::import(&app, wanted, &import.unwrap_or_default())
        }
        Command::ImportMail(wanted) => {
            app.back_up()?;
            mail::import(&app, wanted)
        }
        Command::ImportRefunds(wanted) => {
            app.back_up()?;
            refund_lists::import(&app, wanted, &import.unwrap_or_default())
        }
        Command::Matches { json } => statements::matches(&app, *json),
        Command::Confirm(wanted) => statements::confirm(&app, wanted),
        // It was answered before a record was looked for.
        Command::BusinessDay(_) => Ok(()),
        Command::Calendar { to } => Ok(files::write_bytes(to, app.calendar_file()?.as_bytes())?),
        Command::Verify => {
            note_unnamed(&app)?;
            findings(&app.verify()?, "the record and its originals are")
        }
        Command::Evidence(command) => evidence::run(&app, command),
        Command::Search(wanted) => search::search(&app, wanted),
    }
}

/// Takes in a household file and says line by line what is wrong with it.
fn take_in(app: &App, file: &[u8]) -> Result<(), Failure> {
    let imported = app.import_household(file)?;
    for problem in &imported.problems {
        let grave = if problem.is_error { "error" } else { "warning" };
        let place = if problem.place.is_empty() { "the file" } else { &problem.place };
        eprintln!("{grave}: {place}: {}", problem.message);
    }
    if !imported.imported {
        eprintln!("holdfast-cli: nothing was imported; the record is as it was");
        return Err(Failure::Said);
    }
    let noun = if imported.disputes == 1 { "dispute" } else { "disputes" };
    println!("imported {} {noun}", imported.disputes);
    Ok(())
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
            eprintln!("{weight}: {}", point.code.replace('_', " "));
        }
        if !wanted.check {
            println!("{}", out.path.display());
        }
    }
    if !wanted.check {
        return Ok(());
    }
    let check = app.letter_check(&ask)?;
    print_json(&check)?;
    if check.complete { Ok(()) } else { Err(Failure::Said) }
}

/// Says how many originals lie in the store that nothing names. It is no fault.
fn note_unnamed(app: &App) -> Result<(), Failure> {
    if let Some(said) = app.unnamed_originals()? {
        eprintln!("note: {said}");
    }
    Ok(())
}

/// Says what does not add up, or that all is sound.
fn findings(findings: &[String], what: &str) -> Result<(), Failure> {
    if findings.is_empty() {
        println!("{what} sound");
        return Ok(());
    }
    findings.iter().for_each(|finding| eprintln!("{finding}"));
    Err(Failure::Said)
}

fn print<T: Serialize>(how: &Answer, answer: &T, table: fn(&T) -> String) -> Result<(), Failure> {
    if how.json {
        print_json(answer)
    } else {
        println!("{}", table(answer));
        Ok(())
    }
}

fn print_json<T: Serialize>(answer: &T) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(answer);
    println!("{}", json.map_err(|error| Failure::File(error.to_string()))?);
    Ok(())
}
