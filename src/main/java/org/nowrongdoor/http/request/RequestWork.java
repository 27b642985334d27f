package org.nowrongdoor.http.request;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The work for one request. It is over when the answer is written, or, where the caller left before, when the endpoint
 *  has done with it: until then it takes a thread and memory, connection or not. */
public final class RequestWork {

    private static final String KEY = "directory.work";

    // 2 min: no endpoint works longer without a stream. A turn that were never given back would be lost for good.
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(2);

    private final RoutingContext context;
    private final ArrayDeque<Runnable> after = new ArrayDeque<>();
    private volatile boolean isLeft;
    private boolean isInHand;
    private boolean isOver;

    private RequestWork(RoutingContext context) {
        this.context = context;
    }

    /** The work for a request. */
    public static RequestWork of(RoutingContext context) {
        if (context.get(KEY) instanceof RequestWork known) {
            return known;
        }
        var work = new RequestWork(context);
        context.put(KEY, work);
        context.addEndHandler(done -> work.endAnswer());
        return work;
    }

    /** Whether the caller is gone, so that the answer will be read by no one. */
    public boolean isLeft() {
        return isLeft;
    }

    /** Has something done once when the work is over. */
    public void whenOver(Runnable deed) {
        synchronized (this) {
            if (!isOver) {
                after.add(deed);
                return;
            }
        }
        deed.run();
    }

    /** An endpoint takes the request; it calls {@link #putDown} when it has done with it. */
    synchronized void takeInHand() {
        isInHand = true;
    }

    void putDown() {
        synchronized (this) {
            isInHand = false;
            if (!isLeft) {
                // The answer may still be on its way.
                return;
            }
        }
        end();
    }

    private void endAnswer() {
        synchronized (this) {
            isLeft = !context.response().ended();
            if (isLeft && isInHand) {
                context.vertx().setTimer(LONGEST_MILLIS, late -> end());
                return;
            }
        }
        end();
    }

    private void end() {
        List<Runnable> deeds;
        synchronized (this) {
            isOver = true;
            deeds = List.copyOf(after);
            after.clear();
        }
        deeds.forEach(Runnable::run);
    }
}
