"""What words mean beyond the concepts, alike in questions and in what reports say: which things and bodies a noun stands for, what is
counted, and which words a question is only put in.
"""
