package org.nowrongdoor.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is wrong with parameters or a body that broke their declared bounds. */
final class ValidationProblems {

    private static final Set<Class<? extends Annotation>> PARAMETERS = Set.of(
            BeanParam.class,
            QueryParam.class,
            PathParam.class,
            HeaderParam.class,
            RestQuery.class,
            RestPath.class,
            RestHeader.class);

    private ValidationProblems() {}

    static Problem of(ConstraintViolationException failure) {
        if (failure.getConstraintViolations().stream().anyMatch(ValidationProblems::isOurFault)) {
            return Problem.of(ProblemKind.INTERNAL_ERROR, ProblemKind.INTERNAL_ERROR.remedy, List.of());
        }
        var body = failure.getConstraintViolations().stream().anyMatch(ValidationProblems::isAboutBody);
        var faults = failure.getConstraintViolations().stream()
                .map(ValidationProblems::fault)
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::detail))
                .toList();
        var detail = faults.stream().map(Fault::detail).collect(Collectors.joining("; "));
        return Problem.of(body ? ProblemKind.INVALID_BODY : ProblemKind.INVALID_PARAMETER, detail, faults);
    }

    private static boolean isOurFault(ConstraintViolation<?> violation) {
        return nodes(violation).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var name = isAboutBody(violation) ? pointer(violation) : parameter(violation);
        return new Fault(name, (name.isEmpty() ? "the body" : name) + " " + violation.getMessage() + was(violation));
    }

    private static String was(ConstraintViolation<?> violation) {
        var value = violation.getInvalidValue();
        return value instanceof Number || value instanceof Boolean
                ? ", was " + value
                : value instanceof String text ? ", was " + QuotedValue.of(text) : "";
    }

    private static boolean isAboutBody(ConstraintViolation<?> violation) {
        var nodes = nodes(violation);
        if (nodes.size() < 2 || nodes.get(0).getKind() != ElementKind.METHOD) {
            return true;
        }
        var method = nodes.get(0).as(Path.MethodNode.class);
        var index = nodes.get(1).getKind() == ElementKind.PARAMETER
                ? nodes.get(1).as(Path.ParameterNode.class).getParameterIndex()
                : 0;
        return declarations(violation.getRootBeanClass())
                .filter(found -> found.getName().equals(method.getName()))
                .filter(found -> Arrays.asList(found.getParameterTypes()).equals(method.getParameterTypes()))
                .noneMatch(found -> Arrays.stream(found.getParameterAnnotations()[index])
                        .anyMatch(annotation -> PARAMETERS.contains(annotation.annotationType())));
    }

    // The bean may be a subclass made by the container, whose methods carry no annotations.
    private static Stream<Method> declarations(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
    }

    private static String parameter(ConstraintViolation<?> violation) {
        var nodes = nodes(violation).stream()
                .filter(node -> node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.PARAMETER)
                .toList();
        return nodes.isEmpty() ? "" : wire(nodes.get(nodes.size() - 1).getName());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : nodes(violation)) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(wire(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String wire(String javaName) {
        return javaName.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
