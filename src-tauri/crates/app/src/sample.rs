//! The sample household: a copy to look around in, made anew each time, which never mixes with
//! one's own.

mod evidence;

use std::path::Path;

use chrono::TimeDelta;
use holdfast_domain::NaiveDate;
use holdfast_intake::household_file;
use uuid::Uuid;

use crate::error::{plain, with};
use crate::wire::Deed;
use crate::wire::{self, AppError, ErrorCode, StatementTaking, WrongedAnswer};
use crate::{App, Clock};

/// The household as it is kept with the program.
const SAMPLE: &[u8] = include_bytes!("../sample/household.json");

/// A bank's file of the same household, with lines that wait for a word.
const STATEMENT: &[u8] = include_bytes!("../sample/statement.csv");

/// The dispute that has evidence, and of which some questions were answered.
const FULLEST: &str = "The flight home from Lisbon, cancelled at the gate";

/// The day on which the sample was written. All its days move along with the weeks since, so that
/// the sample looks as alive in ten years as it did then.
const WRITTEN_ON: (i32, u32, u32) = (2026, 6, 20);

impl App {
    /// Opens a fresh copy of the sample household at `path`, over an older copy.
    ///
    /// # Errors
    /// `NotInSample` where the file holds something else than a copy of the sample; or why it
    /// cannot be made.
    pub fn open_sample(path: &Path, clock: Clock) -> Result<Self, AppError> {
        remove_older_copy(path)?;
        let mut app = Self::open(path, clock)?;
        if app.start("")?.is_empty {
            app.fill_with_sample()?;
        }
        app.is_sample = true;
        Ok(app)
    }

    fn fill_with_sample(&self) -> Result<(), AppError> {
        let fault = |detail: String| with(ErrorCode::Internal, [("detail", detail)]);
        let (year, month, day) = WRITTEN_ON;
        let written_on = NaiveDate::from_ymd_opt(year, month, day)
            .ok_or_else(|| fault("the sample's day".to_owned()))?;
        let reading = household_file::read(SAMPLE, &mut Uuid::now_v7, written_on);
        let household =
            reading.household.ok_or_else(|| fault("the sample cannot be read".to_owned()))?;
        // Whole weeks, so that calls stay on working days.
        let days = (self.today_day() - written_on).num_days().div_euclid(7) * 7;
        let household = household_file::shift(household, days)
            .map_err(|_| fault("the sample's days cannot move that far".to_owned()))?;
        self.store().put_setting(MARK, "1")?;
        self.change(Deed::OpenSample, &household.name, |writer| {
            crate::household_file::add(writer, household.clone())?;
            // A letter that was begun shows what letters are like.
            crate::letters::begin_first(writer, self.today_day())?;
            Ok((None, Vec::new()))
        })?;
        self.answer_some_questions()?;
        self.add_sample_evidence(days)?;
        self.take_sample_statement(days)
    }

    /// Leaves the questions of one dispute half answered, to show what they are like.
    fn answer_some_questions(&self) -> Result<(), AppError> {
        let found = self.read(|reader| Ok(reader.find_disputes(FULLEST)?))?;
        let [dispute] = found.as_slice() else { return Ok(()) };
        let chosen = |option: &str| WrongedAnswer::Chosen { option: option.to_owned() };
        let answers =
            [("what", chosen("flight")), ("by", chosen("they")), ("notice", WrongedAnswer::Yes)];
        for (question, answer) in &answers {
            self.answer_question(&dispute.to_string(), "journey", question, Some(answer))?;
        }
        Ok(())
    }

    fn take_sample_statement(&self, days: i64) -> Result<(), AppError> {
        let file = moved(STATEMENT, days);
        let name = "first-meadow.csv";
        let previews = self.look_at_statement(name, &mut file.as_slice(), None, Some("USD"))?;
        for preview in previews {
            let account = wire::Account { name: "Everyday account".to_owned(), ..preview.account };
            let taking = StatementTaking { preview: preview.id, reading: None, account };
            self.take_statement(&taking)?;
        }
        Ok(())
    }
}

/// A file whose days, `2026-06-20` or `20 Jun 2026` as in the head of an e-mail, are moved by so many.
/// It stays as long as it was, since a PDF says at which byte each of its parts begins.
fn moved(file: &[u8], days: i64) -> Vec<u8> {
    const FORMATS: [(usize, &str); 2] = [(10, "%Y-%m-%d"), (11, "%d %b %Y")];
    let mut moved = Vec::with_capacity(file.len());
    let mut rest = file;
    while let Some((&first, after)) = rest.split_first() {
        // Parsing would pass over the space before a day.
        let mut formats = FORMATS.into_iter().filter(|_| first.is_ascii_digit());
        let day = formats.find_map(|(length, format)| {
            let text = std::str::from_utf8(rest.get(..length)?).ok()?;
            let day = NaiveDate::parse_from_str(text, format).ok()? + TimeDelta::days(days);
            Some((length, day.format(format).to_string()))
        });
        if let Some((length, day)) = day {
            moved.extend(day.into_bytes());
            rest = &rest[length..];
        } else {
            moved.push(first);
            rest = after;
        }
    }
    moved
}

/// The setting that marks a store as a copy of the sample.
const MARK: &str = "sample";

/// Removes an older copy with its companions, after making sure that it is one.
fn remove_older_copy(path: &Path) -> Result<(), AppError> {
    if !path.exists() {
        return Ok(());
    }
    {
        let older = App::open(path, Clock::System)?;
        let marked = older.read(|reader| Ok(reader.setting(MARK)?))?;
        if marked.is_none() && !older.start("")?.is_empty {
            return Err(plain(ErrorCode::NotInSample));
        }
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Ok(()) };
    let io = |error: std::io::Error| with(ErrorCode::Io, [("detail", error.to_string())]);
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let companion = entry.file_name();
        let Some(companion) = companion.to_str() else { continue };
        if companion != name && !companion.strip_prefix(name).is_some_and(|it| it.starts_with('-'))
        {
            continue;
        }
        if entry.path().is_file() {
            std::fs::remove_file(entry.path()).map_err(io)?;
        }
    }
    Ok(())
}
