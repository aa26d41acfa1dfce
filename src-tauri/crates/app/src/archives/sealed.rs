//! Archives with a passphrase: an age file with the zip inside. Nothing of it ever lies on the disk
//! as it was before, and what is read of it is only decrypted in pieces.

use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};
use std::iter;

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor};
use holdfast_intake::archive::{Problem, ProblemCode};

use super::failed::Failed;

/// What an age file begins with.
const MARK: &[u8] = b"age-encryption.org/v1\n";

/// How much work a guess takes, as a power of two: about a second, and 256 MB of memory.
const WORK: u8 = 18;

/// The most work that a file may ask for before it can be looked into: twice as much.
const MOST_WORK: u8 = 19;

/// Whether a passphrase is needed; what is read goes on at the beginning.
pub(super) fn is_sealed(source: &mut (impl Read + Seek)) -> Result<bool, Problem> {
    let mut start = Vec::new();
    source.by_ref().take(MARK.len() as u64).read_to_end(&mut start).map_err(Problem::of_io)?;
    source.seek(SeekFrom::Start(0)).map_err(Problem::of_io)?;
    Ok(start == MARK)
}

/// Writes what `fill` writes, encrypted.
pub(super) fn seal<W: Write, T>(
    out: W,
    passphrase: &str,
    fill: impl FnOnce(&mut dyn Write) -> Result<T, Failed>,
) -> Result<T, Failed> {
    let mut recipient = Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(WORK);
    let sealing = |error: age::EncryptError| Problem::of_io(io::Error::other(error));
    let recipients = iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(sealing)?;
    let mut sealed = encryptor.wrap_output(out).map_err(Problem::of_io)?;
    let filled = fill(&mut sealed)?;
    sealed.finish().and_then(|mut out| out.flush()).map_err(Problem::of_io)?;
    Ok(filled)
}

/// What is in an age file.
pub(super) fn open<R: BufRead + Seek>(
    source: R,
    passphrase: &str,
) -> Result<impl Read + Seek + use<R>, Failed> {
    let decryptor = Decryptor::new_buffered(source).map_err(refused)?;
    if !decryptor.is_scrypt() {
        return Err(Failed::OtherKey);
    }
    let mut identity = Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let opened = decryptor.decrypt(iter::once(&identity as &dyn age::Identity));
    opened.map(Opened).map_err(refused)
}

/// What is in an age file. Where a piece of it is not what it was, that is said as of any archive.
struct Opened<R>(R);

impl<R: Read> Read for Opened<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(changed)
    }
}

impl<R: Seek> Seek for Opened<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to).map_err(changed)
    }
}

fn changed(error: io::Error) -> io::Error {
    if [io::ErrorKind::InvalidData, io::ErrorKind::UnexpectedEof].contains(&error.kind()) {
        return Problem { code: ProblemCode::Changed, text: String::new() }.into();
    }
    error
}

#[expect(clippy::wildcard_enum_match_arm, reason = "age may say more one day")]
fn refused(error: DecryptError) -> Failed {
    match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => Failed::WrongPassphrase,
        DecryptError::ExcessiveWork { .. } => Failed::TooMuchWork,
        DecryptError::Io(error) => Failed::Archive(Problem::of_io(error)),
        // The header is not what it should be, or of a kind that age has learnt since.
        _ => Failed::BadSeal,
    }
}
