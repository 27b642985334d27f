package org.nowrongdoor.referral.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many messages were given up on this node: a number alone, for the operator; which ones, their owner sees. */
@Singleton
class DeadLetterCounter {

    private final Counter counter;

    DeadLetterCounter(MeterRegistry meters) {
        counter = Counter.builder("directory.webhook.dead.letters")
                .description("Messages to subscribers that were given up")
                .register(meters);
    }

    void count(int more) {
        counter.increment(more);
    }
}
