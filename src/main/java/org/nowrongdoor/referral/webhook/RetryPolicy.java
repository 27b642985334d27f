package org.nowrongdoor.referral.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.storage.Backoff;

/** When to try again: doubling, scattered, a message for three days, a receiver for seven. */
final class RetryPolicy {

    /** How long a message is tried. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** How long a receiver may fail without one success before its subscription stops: a holiday must not end it. */
    static final Duration PATIENCE_WITH_RECEIVER = Duration.ofDays(7);

    /** And how often in a row: two failures with a quiet week between them are no reason. */
    static final int FAILURES_BEFORE_END = 10;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    // 10 minutes: how late a receiver that is back may learn of it.
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    // 3: one message that a receiver chokes on must not hold up the others.
    private static final int FAILURES_BEFORE_PAUSE = 3;

    private static final Backoff OF_A_MESSAGE = new Backoff(FIRST, LONGEST);
    private static final Backoff OF_A_RECEIVER = new Backoff(FIRST, LONGEST_PAUSE);

    private RetryPolicy() {}

    /** When the next attempt at a message is made; never after the last moment at which it is tried. */
    static Instant next(int attempts, Instant since, Instant now, RandomGenerator random) {
        var next = now.plus(scattered(OF_A_MESSAGE.pauseAfter(attempts), random));
        var last = since.plus(PATIENCE);
        return next.isAfter(last) && now.isBefore(last) ? last : next;
    }

    /** When the next attempt is made at a receiver that asked to be left alone until then. */
    static Instant notBefore(Instant next, Instant wished, Instant since) {
        var last = since.plus(PATIENCE);
        var later = wished.isAfter(next) ? wished : next;
        // Anyone who asks for more time than there is gets the last moment.
        return later.isAfter(last) && next.isBefore(last) ? last : later;
    }

    /** For how long a receiver wants to be left alone: seconds or a date, as HTTP has it; never longer than we would
     *  leave it alone by ourselves, and zero for what is neither.
     *  @see "RFC 9110, Retry-After" */
    static Duration wish(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        var text = retryAfter.strip();
        var wish = text.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : date(text).map(date -> Duration.between(now, date)).orElse(Duration.ZERO);
        if (wish.isNegative()) {
            return Duration.ZERO;
        }
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For how long a receiver that fails again and again is left alone. */
    static Duration pause(int failures, RandomGenerator random) {
        return failures < FAILURES_BEFORE_PAUSE
                ? Duration.ZERO
                : scattered(OF_A_RECEIVER.pauseAfter(failures - FAILURES_BEFORE_PAUSE + 1), random);
    }

    static boolean isOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(PATIENCE));
    }

    // A fifth either way: those that failed together do not come back together.
    private static Duration scattered(Duration delay, RandomGenerator random) {
        return Duration.ofMillis((long) (delay.toMillis() * (0.8 + 0.4 * random.nextDouble())));
    }
}
