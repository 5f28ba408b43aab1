��e x p o r t
