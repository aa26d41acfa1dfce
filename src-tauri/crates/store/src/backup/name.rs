//! What the name of a backup says.

use chrono::NaiveDateTime;
use holdfast_domain::{DateTime, NaiveDate, Utc};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupKind {
    /// On a day of use, or because somebody asked. Only these make room for younger ones.
    Dated,
    /// Before the records were taken to a newer version of their schema.
    BeforeMigration {
        /// The version that they had.
        version: i32,
    },
    /// It is what stood there before a backup was restored. What was damaged then is kept as it was.
    Replaced,
}

/// When a backup was made, as exactly as its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupTime {
    /// The day, by the calendar of this computer: what the first versions wrote.
    Day(NaiveDate),
    /// The day and the time that the clock on the wall showed.
    Wall(NaiveDateTime),
    /// The instant.
    Instant(DateTime<Utc>),
}

impl BackupTime {
    /// What orders backups.
    pub(crate) fn key(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(chrono::NaiveTime::MIN),
            Self::Wall(wall) => wall,
            Self::Instant(instant) => instant.naive_utc(),
        }
    }
}

const WALL: &str = "%Y-%m-%dT%H%M%S";
const INSTANT: &str = "%Y-%m-%dT%H%M%SZ";
const MIGRATION: &str = "version-";
const REPLACED: &str = "replaced-";
const DAMAGED_ORIGINALS: &str = "damaged-originals-";

/// The name of a backup of that day and time: `2026-11-22T181500.db`.
pub(crate) fn dated(wall: NaiveDateTime) -> String {
    format!("{}.db", wall.format(WALL))
}

/// The name of what stood there before a migration: `version-3-2026-11-22T181500Z.db`.
pub(crate) fn before_migration(version: i32, now: DateTime<Utc>) -> String {
    format!("{MIGRATION}{version}-{}.db", now.format(INSTANT))
}

/// The name of what stood there before a backup was restored: `replaced-2026-11-22T181500.db`.
pub(crate) fn replaced(wall: NaiveDateTime) -> String {
    format!("{REPLACED}{}.db", wall.format(WALL))
}

/// The name of a damaged file of originals that a new one has replaced:
/// `damaged-originals-2026-11-22T181500.db`.
pub(crate) fn damaged_originals(wall: NaiveDateTime) -> String {
    format!("{DAMAGED_ORIGINALS}{}.db", wall.format(WALL))
}

/// Whether that is the name of a damaged file of originals.
pub(crate) fn is_damaged_originals(name: &str) -> bool {
    name.starts_with(DAMAGED_ORIGINALS) && name.ends_with(".db")
}

/// What a name says; nothing where it is not the name of a backup.
pub(crate) fn read(name: &str) -> Option<(BackupKind, BackupTime)> {
    let stem = name.strip_suffix(".db")?;
    let wall = |text: &str| NaiveDateTime::parse_from_str(text, WALL).ok().map(BackupTime::Wall);
    if let Some(rest) = stem.strip_prefix(MIGRATION) {
        let (version, at) = rest.split_once('-')?;
        let at = NaiveDateTime::parse_from_str(at, INSTANT).ok()?;
        let kind = BackupKind::BeforeMigration { version: version.parse().ok()? };
        return Some((kind, BackupTime::Instant(at.and_utc())));
    }
    if let Some(rest) = stem.strip_prefix(REPLACED) {
        return Some((BackupKind::Replaced, wall(rest)?));
    }
    let day = || stem.parse().ok().map(BackupTime::Day);
    Some((BackupKind::Dated, wall(stem).or_else(day)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_backup_is() {
        let day: NaiveDate = "2026-11-22".parse().expect("a day");
        let time = day.and_hms_opt(18, 15, 0).expect("a time");
        let wall = BackupTime::Wall(time);
        let migration = BackupKind::BeforeMigration { version: 3 };
        let cases = [
            ("2026-11-22.db", Some((BackupKind::Dated, BackupTime::Day(day)))),
            ("2026-11-22T181500.db", Some((BackupKind::Dated, wall))),
            ("replaced-2026-11-22T181500.db", Some((BackupKind::Replaced, wall))),
            (
                "version-3-2026-11-22T181500Z.db",
                Some((migration, BackupTime::Instant(time.and_utc()))),
            ),
            ("2026-11-22T181500.db.part", None),
            ("2026-13-22.db", None),
            ("version-x-2026-11-22T181500Z.db", None),
            ("holiday.db", None),
            ("damaged-originals-2026-11-22T181500.db", None),
            ("replaced-2026-11-22T181500.db-wal", None),
            ("2026-11-22", None),
        ];
        for (name, wanted) in cases {
            assert_eq!(read(name), wanted, "{name}");
        }
        assert_eq!(dated(time), "2026-11-22T181500.db");
        assert_eq!(replaced(time), "replaced-2026-11-22T181500.db");
        let damaged = damaged_originals(time);
        assert_eq!(damaged, "damaged-originals-2026-11-22T181500.db");
        assert!(is_damaged_originals(&damaged) && !is_damaged_originals(&replaced(time)));
        assert_eq!(before_migration(3, time.and_utc()), "version-3-2026-11-22T181500Z.db");
    }
}
