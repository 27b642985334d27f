package org.nowrongdoor.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.request.RequestWork;
import org.nowrongdoor.http.request.RoutePath;

/** Lets a few requests work at once, and some wait for their turn, for a short while.
 *  Few at work leave the event loops time to send the others away at once. */
@Singleton
public class ConcurrencyLimiter {

    // After the body has arrived, before anything is decoded.
    private static final int PRIORITY = 880;

    private static final String TURN = "directory.turn";
    private static final Set<HttpMethod> WRITING = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    // More would take the processors from the event loops; fewer would leave them idle while some wait for the
    // database.
    private static final int FOR_EACH_PROCESSOR = 4;
    private static final int AT_LEAST = 8;

    private final HttpConfig limits;
    private final int atWork;
    private final VertxProblems problems;
    private final ArrayDeque<Turn> line = new ArrayDeque<>();
    private int working;
    private int writing;

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

    /** Lets the next one in although this request goes on: it has become a matter of how fast its caller reads or sends. */
    public static void passOn(RoutingContext context) {
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

    /** Watching, and waiting for changes. */
    static boolean isOutside(RoutingContext context) {
        return RoutePath.of(context).startsWith("/q/") || RoutePath.isFeed(context);
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
        if (turn.isWrite && line.stream().filter(waiting -> waiting.isWrite).count() >= limits.inFlight() / 2) {
            return Entry.NONE;
        }
        turn.begin();
        if (mayWork(turn)) {
            start(turn);
            return Entry.WORK;
        }
        line.add(turn);
        return Entry.WAIT;
    }

    /** Edits take half of the turns at most: they may take seconds, and a search must not wait for them. */
    private boolean mayWork(Turn turn) {
        return working < atWork && !(turn.isWrite && writing >= Math.max(1, atWork / 2));
    }

    private void start(Turn turn) {
        working++;
        writing += turn.isWrite ? 1 : 0;
        turn.isWorking = true;
    }

    /** Takes a turn out of wherever it is.
     *  @return whose turn it is now */
    private synchronized @Nullable Turn leave(Turn turn) {
        if (!turn.isWorking) {
            line.remove(turn);
            return null;
        }
        working--;
        writing -= turn.isWrite ? 1 : 0;
        for (var waiting = line.iterator(); waiting.hasNext(); ) {
            var next = waiting.next();
            if (mayWork(next)) {
                waiting.remove();
                start(next);
                return next;
            }
        }
        return null;
    }

    /** One request, from when it comes to when its work is done. */
    private final class Turn {

        private final RoutingContext context;
        private final Context thread = Objects.requireNonNull(Vertx.currentContext());
        private final AtomicBoolean isOver = new AtomicBoolean();
        private long timer = -1;
        private final boolean isWrite;
        boolean isWorking;

        Turn(RoutingContext context) {
            this.context = context;
            this.isWrite = WRITING.contains(context.request().method());
        }

        void begin() {
            context.put(TURN, this);
            RequestWork.of(context).whenOver(this::end);
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
