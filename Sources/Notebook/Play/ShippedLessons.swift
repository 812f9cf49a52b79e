/// The lessons that come with the program, made from the files in `lessons/`.
public enum ShippedLessons {
}
