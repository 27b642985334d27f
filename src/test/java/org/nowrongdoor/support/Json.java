package org.nowrongdoor.support;

/** JSON as tests write it. */
public final class Json {

    private Json() {}

    /** JSON written with single quotes, so that none has to be escaped.
     *  @param text such as {@code {'age': 24}}, with {@code %s} where a value goes
     *  @param values put into the text as they are */
    public static String json(String text, Object... values) {
        var quoted = text.replace('\'', '"');
        return values.length == 0 ? quoted : quoted.formatted(values);
    }
}
