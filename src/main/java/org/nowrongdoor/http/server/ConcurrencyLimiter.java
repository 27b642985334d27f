package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets a few requests work at once, and some wait for their turn, for a short while.
 *  Few at work leave the event loops time to send the others away at once. */
@Singleton
public class ConcurrencyLimiter {

    // After the body has arrived, before anything is decoded.
    private static final int PRIORITY = 880;

    private static final String TURN = "directory.turn";

    // More would take the processors from the event loops; fewer would leave them idle while some wait for the
    // database.
    private static final int FOR_EACH_PROCESSOR = 4;
    private static final int AT_LEAST = 8;

    private final HttpConfig limits;
    private final int atWork;
    private final VertxProblems problems;
    private final ArrayDeque<Turn> line = new ArrayDeque<>();
    private int working;

    public ConcurrencyLimiter(HttpConfig limits, VertxProblems problems) {
        this.limits = limits;
        this.atWork = limits.atWork()
                .orElse(Math.max(
                        AT_LEAST, FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors()));
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::come, PRIORITY);
    }

    /** Whether the next caller would be sent away. */
    synchronized boolean isFull() {
        return working + line.size() >= limits.inFlight();
    }

    /** Lets the next one in although this request goes on: it has become a matter of how fast someone reads. */
    static void passOn(RoutingContext context) {
        if (context.get(TURN) instanceof Turn turn) {
            turn.end();
        }
    }

    private void come(RoutingContext context) {
        if (isOutside(context)) {
            context.next();
            return;
        }
        var turn = new Turn(context);
        switch (entry(turn)) {
            case WORK -> context.next();
            case WAIT -> turn.loseAfterPatience();
            case NONE -> problems.sendAway(context);
        }
    }

    /** Watching, waiting for changes, and files that take their time to come. */
    static boolean isOutside(RoutingContext context) {
        var path = context.normalizedPath();
        return path.startsWith("/q/") || path.equals("/changes") || path.equals("/imports");
    }

    private enum Entry {
        WORK,
        WAIT,
        NONE
    }

    private synchronized Entry entry(Turn turn) {
        if (working + line.size() >= limits.inFlight()) {
            return Entry.NONE;
        }
        turn.begin();
        if (working < atWork) {
            working++;
            turn.isWorking = true;
            return Entry.WORK;
        }
        line.add(turn);
        return Entry.WAIT;
    }

    /** Takes a turn out of wherever it is.
     *  @return whose turn it is now */
    private synchronized @Nullable Turn leave(Turn turn) {
        if (!turn.isWorking) {
            line.remove(turn);
            return null;
        }
        var next = line.poll();
        if (next == null) {
            working--;
        } else {
            next.isWorking = true;
        }
        return next;
    }

    /** One request, from when it comes to when its work is done. */
    private final class Turn {

        private final RoutingContext context;
        private final Context thread = Objects.requireNonNull(Vertx.currentContext());
        private final AtomicBoolean isOver = new AtomicBoolean();
        private long timer = -1;
        boolean isWorking;

        Turn(RoutingContext context) {
            this.context = context;
        }

        void begin() {
            context.put(TURN, this);
            context.addEndHandler(done -> end());
        }

        void loseAfterPatience() {
            timer = context.vertx().setTimer(limits.patienceMillis(), late -> {
                if (stillWaits() && isOver.compareAndSet(false, true)) {
                    leave(this);
                    problems.sendAway(context);
                }
            });
        }

        private boolean stillWaits() {
            synchronized (ConcurrencyLimiter.this) {
                return !isWorking;
            }
        }

        void end() {
            if (isOver.compareAndSet(false, true)) {
                var next = leave(this);
                if (next != null) {
                    next.thread.runOnContext(now -> next.work());
                }
            }
        }

        private void work() {
            context.vertx().cancelTimer(timer);
            if (context.response().closed() || context.response().ended()) {
                end();
            } else {
                context.next();
            }
        }
    }
}
