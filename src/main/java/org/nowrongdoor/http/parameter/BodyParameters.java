package org.nowrongdoor.http.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** Joins what a POST twin was asked in its body with what it was asked in its URL. */
@Singleton
public class BodyParameters {

    private final ObjectMapper mapper;
    private final Validator validator;

    public BodyParameters(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** The parameters of both; each may be given once.
     *  @param inBody read here and not by the framework, to which a record of query parameters is never a body
     *  @throws JsonProcessingException when the body holds what no parameter is
     *  @throws ConstraintViolationException when one of the body is out of bounds
     *  @throws ProblemException INVALID_BODY when one is given in both */
    public <T extends Record> T joined(T inUrl, @Nullable JsonNode inBody) throws JsonProcessingException {
        if (inBody == null || inBody.isNull()) {
            return inUrl;
        }
        @SuppressWarnings("unchecked")
        var type = (Class<T>) inUrl.getClass();
        T body = mapper.treeToValue(inBody, type);
        var faults = validator.validate(body);
        if (!faults.isEmpty()) {
            throw new ConstraintViolationException(faults);
        }
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = one(components[i], inUrl, body);
        }
        return made(type, components, values);
    }

    private static @Nullable Object one(RecordComponent component, Record inUrl, Record inBody) {
        var fromUrl = value(component, inUrl);
        var fromBody = value(component, inBody);
        if (fromUrl != null && fromBody != null) {
            var name = JsonTrees.wireName(component);
            var detail = name + " is given in the URL and in the body. Give it once, best in the body.";
            throw ProblemException.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault("/" + name, detail)));
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

    private static <T extends Record> T made(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can always be made", e);
        }
    }
}
