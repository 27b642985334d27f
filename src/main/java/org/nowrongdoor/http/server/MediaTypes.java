package org.nowrongdoor.http.server;

/** The media types that we speak. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    /** One JSON object a line. */
    public static final String NDJSON = "application/x-ndjson";

    private MediaTypes() {}
}
