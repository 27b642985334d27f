package org.nowrongdoor.http;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Joins what a POST twin was asked in its body with what it was asked in its URL. */
public final class Twin {

    private Twin() {}

    /** The parameters of both; each may be given once.
     *  @throws ProblemException INVALID_BODY when one is given in both */
    public static <T extends Record> T joined(T inUrl, @Nullable T inBody) {
        if (inBody == null) {
            return inUrl;
        }
        var components = inUrl.getClass().getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = one(components[i], inUrl, inBody);
        }
        return made(inUrl, components, values);
    }

    private static @Nullable Object one(RecordComponent component, Record inUrl, Record inBody) {
        var fromUrl = value(component, inUrl);
        var fromBody = value(component, inBody);
        if (fromUrl != null && fromBody != null) {
            var name = Trees.wireName(component);
            var detail = name + " is given in the URL and in the body; give it once, best in the body";
            throw ProblemException.of(
                    ProblemKind.INVALID_BODY, detail, java.util.List.of(new Fault("/" + name, detail)));
        }
        return fromUrl != null ? fromUrl : fromBody;
    }

    private static @Nullable Object value(RecordComponent component, Record holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can always be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T made(T like, RecordComponent[] components, @Nullable Object[] values) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (T) like.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can always be made", e);
        }
    }
}
