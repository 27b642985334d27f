package org.nowrongdoor.access;

/** So many requests a minute, saved up to one minute's worth. */
final class TokenBucket {

    /** How a bucket stands after a request.
     *  @param waitSeconds until the next request is let through, 0 when this one was
     *  @param fullSeconds until everything is there again */
    record Standing(boolean isAllowed, int limit, int left, int waitSeconds, int fullSeconds) {}

    private static final double MILLIS_A_MINUTE = 60_000;

    private final int perMinute;
    private double tokens;
    private long lastMillis;

    TokenBucket(int perMinute, long nowMillis) {
        this.perMinute = perMinute;
        this.tokens = perMinute;
        this.lastMillis = nowMillis;
    }

    /** Takes one if there is one. */
    synchronized Standing take(long nowMillis) {
        refill(nowMillis);
        var allowed = tokens >= 1;
        if (allowed) {
            tokens -= 1;
        }
        return standing(allowed);
    }

    /** How it stands, without taking any. */
    synchronized Standing look(long nowMillis) {
        refill(nowMillis);
        return standing(tokens >= 1);
    }

    private void refill(long nowMillis) {
        tokens = Math.min(perMinute, tokens + Math.max(0, nowMillis - lastMillis) * perMinute / MILLIS_A_MINUTE);
        lastMillis = Math.max(lastMillis, nowMillis);
    }

    private Standing standing(boolean allowed) {
        var wait = allowed ? 0 : (int) Math.ceil((1 - tokens) * 60 / perMinute);
        return new Standing(allowed, perMinute, (int) tokens, Math.max(allowed ? 0 : 1, wait), (int)
                Math.ceil((perMinute - tokens) * 60 / perMinute));
    }
}
