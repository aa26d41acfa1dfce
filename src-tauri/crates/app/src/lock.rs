//! What is held between one call and the next.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes a lock, also where somebody panicked who had it: each change to what lies under these locks
/// is whole before the lock is let go of.
pub(crate) fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
